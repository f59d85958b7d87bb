import { setTimeout as wait } from 'node:timers/promises'
import { canReadMemory, processOf, workerTime } from './renderer.mjs'
import { giveFile, newPage, openPage, waitForPeaks, withFreshBrowser } from './visit.mjs'

const drawnForMs = 200
const watchedMs = 2000
const lookEveryMs = 10
/** A worker that runs for less of the time than this has nothing to decode. */
const idleShare = 0.2

export const definition =
  'cancel: from the key press that cancels the drawing until the page says “drawn” in `data-peaks`, and ' +
  `until the last ${lookEveryMs} ms in which the page’s workers ran for ${idleShare * 100} % of the time or ` +
  'more: then nothing is decoded any more.'

/** @returns {Promise<{ said: number | null, decoding: number | null }>} milliseconds */
export function measureCancelling({ address, path, limits }) {
  return withFreshBrowser(async (browser, context) => {
    const page = await newPage(context)
    await openPage(page, address)
    const process = await processOf(browser, page)
    await giveFile(page, path)
    await waitForPeaks(page, ['decoding'], limits)
    await wait(drawnForMs)
    await page.evaluate(watchKey)
    const looks = canReadMemory ? watchWorkers(process) : null
    await page.keyboard.press('Shift+X')
    await waitForPeaks(page, ['drawn'], { patienceMs: 10_000 })
    const watched = await looks
    const { pressed, drawn } = await page.evaluate(() => ({
      pressed: window.cancelledAt,
      drawn: performance.timeOrigin + window.opening.states.find(({ name }) => name === 'drawn').at,
    }))
    // A short recording may be drawn before the key comes: then nothing was cancelled, or measured.
    if (drawn < pressed) return { said: null, decoding: null }
    const lastWork = watched?.findLast(({ share }) => share > idleShare)?.at
    const decoding = watched && (lastWork === undefined ? 0 : Math.max(0, lastWork - pressed))
    return { said: drawn - pressed, decoding }
  })
}

/** Runs in the page. Milliseconds since 1970. */
function watchKey() {
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'X') window.cancelledAt = performance.timeOrigin + timeStamp
    },
    true,
  )
}

/** How much the workers ran, again and again for a while, and until when (milliseconds since 1970). */
async function watchWorkers(process) {
  const looks = []
  const now = () => performance.timeOrigin + performance.now()
  let before = { ran: workerTime(process), at: now() }
  for (const end = now() + watchedMs; now() < end;) {
    await wait(lookEveryMs)
    const after = { ran: workerTime(process), at: now() }
    looks.push({ at: after.at, share: (after.ran - before.ran) / (after.at - before.at) })
    before = after
  }
  return looks
}
