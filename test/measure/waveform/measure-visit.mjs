import { setTimeout as wait } from 'node:timers/promises'
import { startOf } from '../bench/player/transcript.mjs'
import { visit } from '../bench/player/visit.mjs'

const seconds = 10
const settlingMs = 2000
const sampledFrames = 200
const drawnWithinMs = 15 * 60_000

/**
 * @typedef {object} Playback
 * @property {number} busy share of the time in which the main thread works, per cent
 * @property {number} processor time of all processes of the browser, per cent of one core
 * @property {number} layouts a second
 * @property {number} frames a second
 * @property {number} error median distance between the cursor and the media element's time, CSS pixels
 */

/**
 * Opens a transcript of the bench with the waveform shown, waits until all peaks are drawn, and plays from the middle.
 *
 * @returns {Promise<{ whole: Playback, close: Playback, doubling: number }>} `close`: 8 seconds are visible. `doubling`:
 *   milliseconds of the main thread for each step of the zoom from the whole recording.
 */
export function measureVisit(browser, { player, count }) {
  return visit(browser, { player, count }, async (page, devtools) => {
    await page.waitForSelector('[data-peaks=drawn]', { state: 'attached', timeout: drawnWithinMs })
    await wait(settlingMs)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const length = startOf(count)
    const whole = await play(browser, { page, devtools, from: length / 2 })
    const doubling = await zoomIn(page, devtools, Math.ceil(Math.log2(length / 8)))
    const close = await play(browser, { page, devtools, from: length / 2 })
    return { whole, close, doubling }
  })
}

async function play(browser, { page, devtools, from }) {
  await page.evaluate(async (time) => {
    const media = document.querySelector('audio, video')
    media.currentTime = time
    await media.play()
  }, from)
  await wait(settlingMs)
  const before = await moment(browser, devtools)
  await wait(seconds * 1000)
  const after = await moment(browser, devtools)
  const { errors, framesPerSecond } = await page.evaluate(sampleCursor, sampledFrames)
  await page.evaluate(() => document.querySelector('audio, video').pause())
  const per = (key) => (after[key] - before[key]) / (after.wall - before.wall)
  return {
    busy: 100 * per('busy'),
    processor: 100 * per('processor'),
    layouts: per('layouts'),
    frames: framesPerSecond,
    error: errors.toSorted((a, b) => a - b)[Math.floor(errors.length / 2)],
  }
}

/** Seconds, and the number of layouts, since the start of the page. */
async function moment(browser, devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return {
    wall: performance.now() / 1000,
    busy: metric('TaskDuration'),
    layouts: metric('LayoutCount'),
    processor: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
  }
}

/** Milliseconds of the main thread for each of the steps, with the frames that draw them. */
async function zoomIn(page, devtools, steps) {
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value
  }
  const before = await busy()
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('+')
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    )
  }
  return (1000 * ((await busy()) - before)) / steps
}

/** Runs in the page. The pane of the overview says which range is visible; without it, the whole recording is. */
function sampleCursor(count) {
  const media = document.querySelector('audio, video')
  const host = document.querySelector('.waveform-picture > div')
  const cursor = host.shadowRoot.querySelector('[part=cursor]')
  const share = (name, usual) => {
    const written = document.querySelector('.waveform-overview-pane')?.style[name]
    return written ? Number.parseFloat(written) / 100 : usual
  }
  const errors = []
  const begun = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(function sample() {
      const { left, width } = host.getBoundingClientRect()
      const place = (media.currentTime / media.duration - share('left', 0)) / share('width', 1)
      errors.push(Math.abs(cursor.getBoundingClientRect().left - left - place * width))
      if (errors.length < count) return requestAnimationFrame(sample)
      resolve({ errors, framesPerSecond: (1000 * count) / (performance.now() - begun) })
    })
  })
}
