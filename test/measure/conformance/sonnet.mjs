/** aeneas formats that contain no words, but ids and links into a separate page. */
export const wordless = ['tsv', 'smil']

/** Precision of times, seconds. aeneas writes three digits in all other formats. */
const precisions = { sbv: 0.001, sub: 0.011, ttml: 0.001, lrc: 0.011 }
const usual = 0.0011

/**
 * Whether a serialisation of the sonnet gives the same words at the same times as its SubRip, to the
 * precision of its format. Returns a sentence if not, `null` if so.
 *
 * @param {import('../../../src/transcript/transcript.ts').Transcript} transcript
 * @param {import('../../../src/transcript/transcript.ts').Transcript} reference
 * @param {string} name of the file
 */
export function differenceFrom(reference, transcript, name) {
  const precision = precisions[name.split('.').at(-1)] ?? usual
  const [expected, got] = [reference, transcript].map(({ segments }) => segments.filter(hasText))
  const hasWords = !wordless.includes(name.split('.').at(-1))
  if (hasWords && wordsOf(got).join(' ') !== wordsOf(expected).join(' ')) {
    const at = wordsOf(got).findIndex((word, index) => word !== wordsOf(expected)[index])
    return `other words from the ${at + 1}. on: ${wordsOf(got)
      .slice(at, at + 5)
      .join(' ')}`
  }
  if (got.length !== expected.length) return `${got.length} segments, not ${expected.length}`
  const off = got.flatMap(({ start, end }, at) => [
    Math.abs(start - expected[at].start),
    Math.abs(end - expected[at].end),
  ])
  const worst = Math.max(...off)
  return worst <= precision ? null : `times off by up to ${worst.toFixed(3)} s`
}

const hasText = ({ text }) => text.trim() !== ''

const wordsOf = (segments) => segments.flatMap(({ text }) => text.split(/\s+/))
