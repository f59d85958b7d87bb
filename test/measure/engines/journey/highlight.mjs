import { linesBetween, spokenBetween } from './demo-words.mjs'
import { expect } from './expect.mjs'

/** Seconds beside an edge at which what stands on either side of it may be painted. */
const tolerance = 0.06
const samples = 20
const spacingMs = 300
/** A section in which two people speak, with short words and pauses. */
const begin = 8
const leastDifferentWords = 10

export async function wordsArePaintedInStep(page, demo) {
  await page.playFrom(begin)
  const seen = await page.evaluate(samplePaint, samples, spacingMs)
  for (const sample of seen) checkSample(sample, demo.lines)
  const different = new Set(seen.map(({ painted }) => JSON.stringify(painted)))
  expect(different.size >= leastDifferentWords, `only ${different.size} different words were seen`)
}

function checkSample({ time, painted, marked, current }, lines) {
  const [from, to] = [time - tolerance, time + tolerance]
  const at = `at ${time.toFixed(3)} s`
  const allowed = spokenBetween(lines, from, to)
  const isSpoken = allowed.some((word) =>
    word === null
      ? painted.length === 0
      : painted.length === 1 &&
        painted[0].line === word.line &&
        painted[0].from === word.from &&
        painted[0].text === word.text,
  )
  const shown = painted.map(({ text }) => text).join(' + ')
  const wanted = allowed.map((word) => word?.text ?? '').join('” or “')
  expect(isSpoken, `${at} “${shown}” is painted, not “${wanted}”`)

  const leading = linesBetween(lines, from, to)
  const isMarked = marked.length === 1 && leading.includes(marked[0])
  expect(isMarked, `${at} the lines marked are ${marked.join(', ')}, not ${leading.join(' or ')}`)
  const isCurrent = current.length === 1 && leading.includes(current[0])
  expect(isCurrent, `${at} aria-current is on ${current.join(', ')}, not ${leading.join(' or ')}`)
}

/**
 * Samples frames, even if a busy machine draws few. A callback requested between two frames runs after the app's own,
 * which was requested in the frame before.
 */
async function samplePaint(count, spacing) {
  const audio = document.querySelector('video')
  const lines = Array.from(document.querySelectorAll('p.transcript-line'))
  const indexes = (selector) =>
    Array.from(document.querySelectorAll(selector), (element) =>
      lines.indexOf(element.closest('p.transcript-line')),
    )
  const seen = []
  while (seen.length < count) {
    await new Promise((resolve) => setTimeout(resolve, spacing))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const ranges = Array.from(CSS.highlights.get('spoken-word') ?? [])
    seen.push({
      time: audio.currentTime,
      painted: ranges.map((range) => ({
        line: lines.indexOf(range.startContainer.parentElement),
        from: range.startOffset,
        text: range.toString(),
      })),
      marked: indexes('p.transcript-line[data-now]'),
      current: indexes('.transcript-time[aria-current="true"]'),
    })
  }
  return seen
}
