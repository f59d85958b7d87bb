import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'

/** Finds a browser for the tests, or installs one, or ends with the one command to run. */
const found = findChromium()
if (found !== null) console.log(`Browser for the tests: ${found}`)
else install()

function install() {
  const isRoot = process.getuid?.() === 0
  try {
    if (isRoot && existsSync('/usr/bin/apt-get')) {
      console.log('No Chrome or Chromium here: installing Debian’s chromium.')
      run('apt-get', ['update', '-qq'])
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    } else {
      console.log('No Chrome or Chromium here: installing playwright’s.')
      run('npx', ['playwright-core', 'install', '--with-deps', 'chromium'])
    }
  } catch (error) {
    console.error(String(error))
  }
  if (findChromium() === null) {
    console.error(
      'The tests need Chrome or Chromium. Install one (Debian: sudo apt-get install chromium), or set CHROME_PATH to it, and run npm test again.',
    )
    process.exit(1)
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  execFileSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
