import { createTally } from '#transcript/problem-tally.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type TimedNamedSegment,
  type WriterOutput,
} from '../writer.ts'
import { formatClock } from '../../writing/clock.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { spanWords } from '../../writing/span-words.ts'
import { timedSegments } from '../../writing/timed-segments.ts'
import { countUnclearNames } from '../../writing/written-names.ts'
import { escapeXml } from '../../writing/xml-text.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  language: true,
  segmentLanguages: true,
  nothing: true,
  controls: false,
}

export const ttmlWriter: LoadedWriter = { capabilities, write }

/**
 * Writes TTML (https://www.w3.org/TR/ttml2/): one `p` per segment, speakers as `ttm:agent`. Words are spans as in the
 * files of Apple Music and Apple Podcasts: all times count from the start of the recording, which
 * `itunes:timing="Word"` says, and the blanks between words stand between their spans.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const { title, language = '', formatName } = prepared
  const segments = timedSegments(prepared)
  const tally = createTally()
  countUnclearNames(segments, tally)
  const agents = new Map<string, string>()
  for (const { name } of segments) {
    if (name !== null && !agents.has(name)) agents.set(name, `v${agents.size + 1}`)
  }
  const worded = segments.map((segment) => ({ segment, words: spanWords(segment, tally) }))
  const hasWords = worded.some(({ words }) => words.length > 0)
  let isAmbiguous = !worded.some(isTellingTimes)
  const paragraphs = worded.map(({ segment, words }, index) => {
    const key = hasWords ? ` itunes:key="L${index + 1}"` : ''
    const agent = segment.name === null ? '' : ` ttm:agent="${agents.get(segment.name)!}"`
    const spoken = segment.language === undefined ? '' : ` xml:lang="${segment.language}"`
    const content = words.length === 0 ? writeText(segment.text) : writeWords(segment, words)
    const lead = isAmbiguous && words.length > 0 && segment.start > 0 ? leadOf(segment, words) : ''
    if (lead !== '') isAmbiguous = false
    return `      <p begin="${clock(segment.start)}" end="${clock(segment.end)}"${key}${agent}${spoken}>${lead}${content}</p>\n`
  })
  const people = Array.from(
    agents,
    ([name, id]) =>
      `      <ttm:agent xml:id="${id}" type="person"><ttm:name type="full">${escapeXml(name)}</ttm:name></ttm:agent>\n`,
  )
  const about = title === undefined ? '' : `      <ttm:title>${escapeXml(title)}</ttm:title>\n`
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"${hasWords ? wordNamespaces : ''} xml:lang="${language}" xml:space="preserve">
  <head>
    <metadata>
${about}${people.join('')}    </metadata>
  </head>
  <body>
    <div>
${paragraphs.join('')}    </div>
  </body>
</tt>
`
  return { text, problems: reportWritingLosses(tally, formatName) }
}

const wordNamespaces =
  ' xmlns:itunes="http://music.apple.com/lyric-ttml-internal" xmlns:podcasts="http://podcasts.apple.com/transcript-ttml-internal" itunes:timing="Word"'

interface Worded {
  readonly segment: TimedNamedSegment
  readonly words: TimedNamedSegment['words']
}

/** Whether the times of a paragraph cannot be taken for times since its begin. */
function isTellingTimes({ segment: { start, end }, words }: Worded): boolean {
  if (start === 0) return false
  return words.some((word) => clock(word.start) === clock(start) || start + word.start >= end)
}

/** A blank from the begin of a paragraph to its first word, which shows that times count from the start of the recording. */
function leadOf({ start }: TimedNamedSegment, [first]: TimedNamedSegment['words']): string {
  return `<span begin="${clock(start)}" end="${clock(first!.start)}"> </span>`
}

function writeWords({ text }: TimedNamedSegment, words: TimedNamedSegment['words']): string {
  let written = ''
  for (const [index, { from, to, start, end }] of words.entries()) {
    const content = writeText(text.slice(from, to))
    written += `<span begin="${clock(start)}" end="${clock(end)}" podcasts:unit="word">${content}</span>`
    const next = words[index + 1]
    // the blank after the last word shows readers that the text includes its own blanks
    written += next === undefined ? ' ' : writeText(text.slice(to, next.from))
  }
  return written
}

function writeText(text: string): string {
  return escapeXml(text).replaceAll('\n', '<br/>')
}

function clock(seconds: number): string {
  return formatClock(seconds, { digits: 2, hours: 'always', point: '.', fraction: 3 })
}
