import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const usualPlaces = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const headlessShell = '/usr/bin/chromium-headless-shell'

/**
 * Where this machine has Chrome or Chromium; `null` if nowhere.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const places = [...usualPlaces, chromium.executablePath(), headlessShell]
  return places.find((path) => path && existsSync(path)) ?? null
}

/**
 * The browser of the journeys: Chromium's headless shell where Debian has installed it, otherwise as `findChromium`. The
 * shell is the same engine without windows, tabs and their own pages, and takes half the processor time for a visit.
 *
 * @returns {string | null}
 */
export function findChromiumForTests() {
  const isChosen = process.env['CHROME_PATH'] !== undefined
  return !isChosen && existsSync(headlessShell) ? headlessShell : findChromium()
}

/**
 * A browser that plays sound without a gesture and asks nobody outside this machine for anything.
 *
 * @param {readonly string[]} args more of Chromium's own options
 * @param {string | null} executablePath
 */
export async function launchChromium(args = [], executablePath = findChromium()) {
  if (executablePath === null) {
    throw new Error('No Chrome or Chromium found. Run: node test/support/ensure-chromium.mjs')
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      ...args,
    ],
  })
}
