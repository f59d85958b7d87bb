import { execFileSync, spawnSync } from 'node:child_process'
import { findChromium } from '../../../support/chromium.mjs'
import { findMiniBrowser, findProgram } from './programs.mjs'

const program = (name, ...others) => ({
  name: [name, ...others].join(' or '),
  isThere: () => findProgram(name, ...others) !== null,
})
const debianPackage = (name) => ({
  name,
  isThere: () => findProgram('dpkg-query') === null || isInstalled(name),
})
const soundForWebKit = ['libav', 'plugins-good', 'plugins-bad'].map(
  (name) => `gstreamer1.0-${name}`,
)

/** The programs that each engine needs, by Debian package. */
const needs = {
  firefox: {
    'firefox-esr': program('firefox-esr', 'firefox'),
    pulseaudio: program('pulseaudio'),
  },
  webkit: {
    'webkit2gtk-driver': {
      name: 'WebKitWebDriver with MiniBrowser',
      isThere: () => findProgram('WebKitWebDriver') !== null && findMiniBrowser() !== null,
    },
    xvfb: program('Xvfb'),
    ...Object.fromEntries(soundForWebKit.map((name) => [name, debianPackage(name)])),
  },
  chromium: {
    chromium: { name: 'Chromium', isThere: () => findChromium() !== null },
  },
}

/**
 * Installs the packages that these engines need. If that is not possible, throws a sentence with the command to run.
 */
export function ensurePackages(engines) {
  const lacking = () =>
    engines
      .flatMap((engine) => Object.entries(needs[engine]))
      .filter(([, need]) => !need.isThere())
      .map(([name, need]) => ({ package: name, name: need.name }))
  const missing = lacking()
  if (missing.length === 0) return
  const packages = missing.map((need) => need.package)
  if (process.getuid?.() === 0 && findProgram('apt-get') !== null) {
    console.log(`Installing ${packages.join(', ')}`)
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
  }
  const still = lacking()
  if (still.length > 0) throw new Error(howToInstall(still))
}

function apt(args) {
  execFileSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function howToInstall(missing) {
  const packages = missing.map((need) => need.package).join(' ')
  const names = missing.map(({ name }) => name).join(', ')
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`
  if (findProgram('apt-get') !== null) return `These engines need ${names}. Run: ${command}`
  return `These engines need ${names}. On Debian: ${command}`
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], {
    encoding: 'utf8',
  })
  return stdout === 'installed'
}
