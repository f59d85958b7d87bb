import { setTimeout as wait } from 'node:timers/promises'

const drawnWithinMs = 1_200_000
const storedWithinMs = 30_000

/**
 * The peaks that the app draws of a recording, 0 to 1: opens it as a file in an empty page, and reads the peaks that
 * the app stores.
 *
 * @param {import('../engines/drivers/drivers.mjs').Driver} driver of a browser without stored data
 * @returns {Promise<number[]>} Throws the message of the page if it cannot draw them.
 */
export async function drawnPeaks(driver, { app, recording, name }) {
  // Without parameters in the address the app opens its demo.
  await driver.open(`${app}?audio=`)
  await driver.evaluate(chooseFile, recording, name)
  await until(drawnWithinMs, 'the page says that the peaks are drawn', async () => {
    const { peaks, why } = await driver.evaluate(readState)
    const isOver = peaks === 'unavailable' || (peaks === null && why !== null)
    if (isOver) throw new Error(why ?? 'the page does not say why')
    return peaks === 'drawn'
  })
  let stored = null
  // The app stores nothing of a recording that it could not decode to its end.
  await until(storedWithinMs, 'the peaks are stored, all of them decoded', async () => {
    stored = await driver.evaluate(readStored)
    return stored !== null
  })
  return Array.from(Buffer.from(stored, 'base64'), (value) => value / 255)
}

async function until(timeoutMs, what, isSo) {
  for (const begun = Date.now(); !(await isSo()); await wait(200)) {
    if (Date.now() - begun > timeoutMs) throw new Error(`not within ${timeoutMs / 1000} s: ${what}`)
  }
}

/** Runs in the page. */
async function chooseFile(recording, name) {
  const response = await fetch(recording)
  const choice = new DataTransfer()
  choice.items.add(new File([await response.blob()], name))
  const input = document.querySelector('input[type="file"]')
  input.files = choice.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Runs in the page. */
function readState() {
  const problem = document.querySelector('.waveform-problem, .notices-alert p')
  return {
    peaks: document.querySelector('[data-peaks]')?.dataset.peaks ?? null,
    why: problem?.textContent ?? null,
  }
}

/** Runs in the page; `null` while nothing is stored. Opening a database that does not exist would create it. */
async function readStored() {
  const name = 'earshot.recordings'
  const databases = await indexedDB.databases()
  if (databases.every((database) => database.name !== name)) return null
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const database = await done(indexedDB.open(name))
  const [stored] = await done(database.transaction('recordings').objectStore('recordings').getAll())
  database.close()
  if (!stored) return null
  const pieces = []
  for (let from = 0; from < stored.finest.length; from += 32_768) {
    pieces.push(String.fromCharCode(...stored.finest.subarray(from, from + 32_768)))
  }
  return btoa(pieces.join(''))
}
