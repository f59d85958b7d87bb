import { median } from '../statistics.mjs'
import { rest } from './visit.mjs'

const clicks = 2
/** Words between two clicks: one line and a little. */
const apart = 43

export const definition =
  'click: from the input event of the released mouse button to the event `seeking`, and until the ' +
  'frame that marks the word has been painted. Real mouse clicks by the browser’s debugger on a word ' +
  `in the middle of the transcript, the sound paused; ${clicks} different words a load. “From the start”: ` +
  'the playhead was at 0. “From nearby”: it was a line before.'

/** Milliseconds, medians. */
export async function measureClicks(browser, page, { count }) {
  const middle = Math.floor(count / 2)
  const fromStart = []
  const fromNearby = []
  for (let at = 0; at < clicks; at++) {
    const index = middle + at * apart
    await pauseAt(browser, page, 0)
    fromStart.push(await click(browser, page, index))
    await pauseAt(browser, page, null)
    fromNearby.push(await click(browser, page, index + apart))
  }
  const of = (times, key) => median(times.map((time) => time[key]))
  return {
    seekFromStart: of(fromStart, 'seek'),
    markFromStart: of(fromStart, 'mark'),
    seekFromNearby: of(fromNearby, 'seek'),
    markFromNearby: of(fromNearby, 'mark'),
  }
}

/** Pauses, and puts the playhead at this time; `null`: leaves it where it is. */
async function pauseAt(browser, page, time) {
  await page.evaluate((time) => {
    const media = document.querySelector('audio, video')
    media.pause()
    if (time !== null) media.currentTime = time
  }, time)
  // Both players glide to where the playhead is; hyperaudio-lite’s long transcripts take seconds.
  await rest(browser)
}

async function click(browser, page, index) {
  const { x, y } = await page.evaluate(bringIntoView, index)
  await page.mouse.move(x, y)
  await rest(browser)
  await page.evaluate(armProbe, index)
  await page.mouse.down()
  await page.mouse.up()
  const { times, soughtTo, isRight } = await page.evaluate(() => window.clicked)
  if (!isRight) throw new Error(`a click on word ${index} led to ${soughtTo} s`)
  return times
}

/** Runs in the page. `window.clicked` is then what the click has led to. */
function armProbe(index) {
  const { promise, resolve, reject } = Promise.withResolvers()
  window.clicked = promise
  const media = document.querySelector('audio, video')
  const over = new AbortController()
  const capture = { capture: true, signal: over.signal }
  let releasedAt = null
  let soughtAt = null
  let soughtTo = null
  setTimeout(() => {
    const led = soughtTo === null ? 'no seek' : `${soughtTo} s, and did not mark the word`
    reject(new Error(`a click on word ${index}, at ${index * 0.36} s, led to ${led}`))
  }, 10_000)

  addEventListener('pointerup', ({ timeStamp }) => (releasedAt = timeStamp), capture)
  document.addEventListener(
    'seeking',
    () => {
      soughtAt ??= performance.now()
      soughtTo ??= media.currentTime
    },
    capture,
  )
  requestAnimationFrame(look)

  function look() {
    if (soughtAt === null || !window.look.isMarked(index)) requestAnimationFrame(look)
    else {
      setTimeout(() => {
        over.abort()
        resolve({
          times: { seek: soughtAt - releasedAt, mark: performance.now() - releasedAt },
          soughtTo,
          isRight: Math.abs(soughtTo - index * 0.36) < 0.1,
        })
      })
    }
  }
}

/** Runs in the page; answers with where the word then is, for two frames in which nothing moved. */
async function bringIntoView(index) {
  const range = window.look.range(index)
  range.startContainer.parentElement.scrollIntoView({ block: 'center' })
  let place = null
  for (let stillFor = 0; stillFor < 2;) {
    await new Promise(requestAnimationFrame)
    const { left, top, width, height } = range.getBoundingClientRect()
    const now = { x: left + width / 2, y: top + height / 2 }
    stillFor = place?.x === now.x && place.y === now.y ? stillFor + 1 : 0
    place = now
  }
  return place
}
