import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../statistics.mjs'
import { giveFile, newPage, openPage, waitForPeaks, withFreshBrowser } from './visit.mjs'

const seconds = 5
/** Twice as close so many times: ten hours become half a minute. */
const zoomSteps = 10
const pixelsOfTurn = 60
/** A turn of the wheel at most as often as a frame, and after so many a step of the zoom. */
const turnEveryMs = 16
const turnsPerZoom = 10
/** Fewer views than this in the time are no zooming. */
const fewestViews = 50

export const definition =
  `frames: ${seconds} s in which the recording plays, zoomed in ${2 ** zoomSteps} times, while the wheel ` +
  `turns over the waveform every ${turnEveryMs} ms (sideways: the view moves) and every ${turnsPerZoom} ` +
  'turns + or − is pressed: milliseconds between two animation frames of the page. 55 frames a second are ' +
  '18.2 ms. “Drawn”: when all peaks are there; “drawing”: while they come in.'

/** @typedef {{ mean: number, median: number, p95: number, worst: number }} Frames milliseconds of a frame */

/** @returns {Promise<{ drawing: Frames | null, drawn: Frames }>} `null`: it was drawn too soon */
export function measureZooming({ address, path, limits }) {
  return withFreshBrowser(async (browser, context) => {
    const page = await newPage(context)
    await openPage(page, address)
    await giveFile(page, path)
    await waitForPeaks(page, ['decoding'], limits)
    for (let step = 0; step < zoomSteps; step++) await page.keyboard.press('+')
    const drawing = await playAndZoom(page)
    const isDrawn = await page.evaluate(() => document.querySelector('[data-peaks=drawn]') !== null)
    await waitForPeaks(page, ['drawn'], limits)
    await wait(2000)
    return { drawing: isDrawn ? null : drawing, drawn: await playAndZoom(page) }
  })
}

/** Leaves it paused. */
async function playAndZoom(page) {
  const play = page.locator('#play-button')
  await play.click()
  await page.waitForFunction(() => document.querySelector('video').currentTime > 0)
  const { x, y, width, height } = await page.locator('.waveform-box').boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2)
  const before = await page.evaluate(watchFrames)
  const begun = performance.now()
  for (let turn = 1; performance.now() - begun < seconds * 1000; turn++) {
    const turned = page.mouse.wheel(turn % 100 < 50 ? pixelsOfTurn : -pixelsOfTurn, 0)
    await Promise.all([turned, wait(turnEveryMs)])
    if (turn % turnsPerZoom === 0) {
      await page.keyboard.press(turn % (2 * turnsPerZoom) === 0 ? '-' : '+')
    }
  }
  const { frames, views, time, wall } = await page.evaluate(() => window.endFrames())
  await play.click()
  const played = time - before
  if (Math.abs(played - wall) > 0.5) throw new Error(`the sound ran ${played} s in ${wall} s`)
  if (views < fewestViews) throw new Error(`the waveform showed only ${views} views`)
  const mean = frames.reduce((sum, frame) => sum + frame, 0) / frames.length
  return {
    mean,
    median: percentile(frames, 0.5),
    p95: percentile(frames, 0.95),
    worst: Math.max(...frames),
  }
}

/** Runs in the page; answers with where the sound is, seconds. */
function watchFrames() {
  const media = document.querySelector('video')
  const begun = performance.now()
  const times = []
  const views = new Set()
  let isOver = false
  requestAnimationFrame(function note(time) {
    if (isOver) return
    times.push(time)
    views.add(document.querySelector('.waveform-overview-pane')?.style.cssText)
    requestAnimationFrame(note)
  })
  window.endFrames = () => {
    isOver = true
    return {
      frames: times.slice(1).map((time, at) => time - times[at]),
      views: views.size,
      time: media.currentTime,
      wall: (performance.now() - begun) / 1000,
    }
  }
  return media.currentTime
}
