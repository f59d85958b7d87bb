import { hearSeek } from './hear-seek.mjs'
import { waitUntilExact } from './wait-until-exact.mjs'

/**
 * A recording opened in a browser.
 *
 * @typedef {object} Visit
 * @property {import('../engines/drivers/drivers.mjs').Driver} driver
 * @property {import('./output.mjs').Output} output
 * @property {() => Promise<void>} open
 * @property {readonly number[]} places to seek to, seconds
 * @property {(line: string) => void} log takes failures
 * @property {(line: string) => void} logEach takes each seek
 */

/**
 * Opens one recording and seeks in it. Opens it again after a failed seek, so that failures are independent.
 *
 * @param {Visit} visit
 * @returns {Promise<{ heard: { drift: number, miss: number }[], failures: string[], duration: number | null }>}
 */
export async function measureSeeks({ driver, output, open, places, log, logEach }) {
  const heard = []
  const failures = []
  let duration = null
  let isOpen = false
  for (const place of places) {
    try {
      if (!isOpen) duration = await openAndWait(driver, open)
      isOpen = true
      const { drift, miss } = await hearSeek(driver, output, place)
      heard.push({ drift, miss })
      logEach(`${place.toFixed(3)} s: ${spell(drift)} off the clock, ${spell(miss)} off`)
    } catch (error) {
      log(error.message)
      failures.push(error.message)
      isOpen = false
      if (duration === null) return { heard, failures: places.map(() => error.message), duration }
    }
  }
  return { heard, failures, duration }
}

async function openAndWait(driver, open) {
  await open()
  await waitUntilExact(driver)
  // Browsers play only after a click.
  await driver.click(5, 5)
  return driver.evaluate(readDuration)
}

const readDuration = () => document.querySelector('audio, video').duration

const spell = (seconds) => `${(seconds * 1000).toFixed(1)} ms`
