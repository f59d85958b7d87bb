import { expect, expectNear } from './expect.mjs'

const tolerance = 0.3

export async function wordSeeksWhilePlaying(page, demo) {
  const word = middleWordOf(demo.lines, 14)
  await page.playFrom(5)
  const time = await page.seekBy(() => page.clickWord(word))
  expectNear(time, word.start, tolerance, `the time after a click on “${word.text}”`)
  await page.expectPlaying('after the click')
}

export async function wordSeeksWhilePaused(page, demo) {
  const word = middleWordOf(demo.lines, 20)
  await page.pauseAt(5)
  const time = await page.seekBy(() => page.clickWord(word))
  expectNear(time, word.start, tolerance, `the time after a click on “${word.text}”`)
  await page.expectPaused('after the click')
}

export async function timeSeeks(page, demo) {
  const line = 9
  await page.pauseAt(5)
  const time = await page.seekBy(() => page.click('p.transcript-line button.transcript-time', line))
  expectNear(time, demo.lines[line].start, 0.01, 'the time after a click on a time')
  await page.expectPaused('after the click')
}

/** A word with others on both sides, in this line or the first after it that is long enough. */
function middleWordOf(lines, first) {
  const line = lines.slice(first).find(({ words }) => words.length >= 7)
  expect(line !== undefined, 'the demo has no long line')
  return line.words[Math.floor(line.words.length / 2)]
}
