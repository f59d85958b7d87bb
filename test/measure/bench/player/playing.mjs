import { setTimeout as wait } from 'node:timers/promises'
import { secondsPerWord, startOf, wordsInLine } from './transcript.mjs'

const seconds = 10
/** Begins in the middle of a line, so that the ten seconds hold one change of line and its scrolling. */
const placeInLine = 20
const startsWithinMs = 1500

export const definition =
  `busy: the share of ${seconds} s of playing, from the middle of the transcript and with the text ` +
  'following, in which the page’s main thread was at work (TaskDuration of the browser’s debugger).'

/** Per cent. */
export async function measureBusyShare(page, devtools, { count }) {
  const line = Math.floor(count / 2 / wordsInLine)
  await page.evaluate(
    async (time) => {
      const media = document.querySelector('audio, video')
      media.currentTime = time
      await media.play()
    },
    startOf(line * wordsInLine + placeInLine),
  )
  await wait(startsWithinMs)

  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await moment(page, devtools)
  await wait(seconds * 1000)
  const after = await moment(page, devtools)
  await devtools.send('Performance.disable')

  const wall = after.wall - before.wall
  const played = after.time - before.time
  if (Math.abs(played - wall) > 0.5) throw new Error(`the sound ran ${played} s in ${wall} s`)
  for (const { isMarked, isInView } of [before, after]) {
    if (!isMarked) throw new Error('the word being spoken is not marked')
    if (!isInView) throw new Error('the text does not follow the sound')
  }
  await page.evaluate(() => document.querySelector('audio, video').pause())
  return (100 * (after.busy - before.busy)) / wall
}

async function moment(page, devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const busy = metrics.find(({ name }) => name === 'TaskDuration').value
  const wall = performance.now() / 1000
  const state = await page.evaluate((secondsPerWord) => {
    const time = document.querySelector('audio, video').currentTime
    const word = Math.floor(time / secondsPerWord)
    // At the edge of a word, the one before may still be marked.
    const isMarked = window.look.isMarked(word) || window.look.isMarked(word - 1)
    const { top, bottom } = window.look.range(word).getBoundingClientRect()
    return { time, isMarked, isInView: top >= 0 && bottom <= innerHeight }
  }, secondsPerWord)
  return { busy, wall, ...state }
}
