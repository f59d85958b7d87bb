import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readUnits } from './demo-units.mjs'

const transcript = join(import.meta.dirname, '../../../../public/demo/demo.vtt')
const moments = 50
/** Media seconds of the first look and of the last, about. */
const from = 0.5
const until = 75

export const definition =
  `error of the mark: at ${moments} moments of really playing the demo, how far the media element’s time ` +
  'is outside the interval of the word that is painted, by the times in demo.vtt itself; for a word ' +
  'that should be painted and is not, how far inside. In silence nothing painted is right.'

/** Media milliseconds, one for each moment. */
export async function measureErrors(browser, { app, rate }) {
  const units = readUnits(readFileSync(transcript, 'utf8'))
  const page = await browser.newPage()
  try {
    await page.goto(app)
    await page.locator('.transcript-line').first().waitFor()
    await page.locator('#play-button').click()
    const pauses = scatter((until - from) / rate)
    const { lines, samples, wall } = await page.evaluate(sample, { rate, pauses })
    const played = samples.at(-1).time - samples[0].time
    if (Math.abs(played - wall * rate) > 1) {
      throw new Error(`the demo ran ${played} s in ${wall} s at ${rate}×`)
    }
    const unitOf = matchUnits(units, lines)
    return samples.map(({ time, painted }) => 1000 * errorAt(time, painted.map(unitOf), units))
  } finally {
    await page.close()
  }
}

/** Milliseconds of wall time between two looks: irregular, but the same in each run. */
function scatter(seconds) {
  const shares = Array.from({ length: moments }, (_, at) => 0.5 + ((at * 0.618034) % 1))
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => (share / sum) * seconds * 1000)
}

/** Runs in the page. */
async function sample({ rate, pauses }) {
  const media = document.querySelector('audio, video')
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  media.playbackRate = rate
  while (media.paused || media.currentTime < 0.5) await wait(5)
  const samples = []
  let first = 0
  for (const pause of pauses) {
    await wait(pause)
    if (samples.length === 0) first = performance.now()
    const painted = [...CSS.highlights.get('spoken-word')].map((range) => ({
      line: Number(range.startContainer.parentElement.dataset.line),
      from: range.startOffset,
      text: range.toString(),
    }))
    samples.push({ time: media.currentTime, painted })
  }
  const wall = (performance.now() - first) / 1000
  const lines = [...document.querySelectorAll('.transcript-line')].map(
    ({ lastChild }) => lastChild.data,
  )
  return { lines, samples, wall }
}

/** Which unit of the file a painted stretch is: both have the same words in the same order. */
function matchUnits(units, lines) {
  const unitOfWord = units.flatMap((unit) => wordsOf(unit.text).map(() => unit))
  const inFile = units.flatMap(({ text }) => wordsOf(text)).join(' ')
  if (inFile !== lines.flatMap(wordsOf).join(' ')) {
    throw new Error('the page and demo.vtt do not have the same words')
  }
  const wordsBefore = [0]
  for (const line of lines) wordsBefore.push(wordsBefore.at(-1) + wordsOf(line).length)
  return ({ line, from, text }) => {
    const unit = unitOfWord[wordsBefore[line] + wordsOf(lines[line].slice(0, from)).length]
    if (!unit.text.startsWith(text.trim())) {
      throw new Error(`“${text}” is painted, where demo.vtt has “${unit.text}”`)
    }
    return unit
  }
}

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '')

/** Seconds. */
function errorAt(time, painted, units) {
  const outside = painted.map(({ start, end }) => Math.max(0, start - time, time - end))
  const missing = units
    .filter((unit) => unit.start <= time && time < unit.end && !painted.includes(unit))
    .map(({ start, end }) => Math.min(time - start, end - time))
  return Math.max(0, ...outside, ...missing)
}
