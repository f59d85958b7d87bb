import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromiumForTests } from './chromium.mjs'

/** Finds a browser for the tests, or installs one, or ends with the one command to run. */
const found = findChromiumForTests()
if (found !== null) console.log(`Browser for the tests: ${found}`)
else install()

function install() {
  const isRoot = process.getuid?.() === 0
  try {
    if (isRoot && existsSync('/usr/bin/apt-get')) {
      console.log('No Chrome or Chromium here: installing Debian’s chromium-headless-shell.')
      run('apt-get', ['update', '-qq'])
      installFromDebian('chromium-headless-shell')
      // Older releases of Debian have no shell; tests that start no journey want a whole browser.
      if (findChromiumForTests() === null) installFromDebian('chromium')
    } else {
      console.log('No Chrome or Chromium here: installing playwright’s.')
      run('npx', ['playwright-core', 'install', '--with-deps', 'chromium'])
    }
  } catch (error) {
    console.error(String(error))
  }
  if (findChromiumForTests() === null) {
    console.error(
      'The tests need Chrome or Chromium. Install one (Debian: sudo apt-get install chromium), or set CHROME_PATH to it, and run npm test again.',
    )
    process.exit(1)
  }
}

/** @param {string} name of a package; that there is none is reported by what is missing then. */
function installFromDebian(name) {
  try {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
  } catch (error) {
    console.error(String(error))
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  execFileSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
