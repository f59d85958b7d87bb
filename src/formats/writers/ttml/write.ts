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
 * Writes TTML (https://www.w3.org/TR/ttml2/): one `p` per segment, speakers as `ttm:agent`, one `span` per word, with
 * times relative to the begin of its `p`. `podcasts:unit`, from Apple Podcasts, marks spans as words.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const { title, language = '', formatName } = prepared
  const segments = timedSegments(prepared)
  const tally = createTally()
  countUnclearNames(segments, tally)
  const agents = new Map<string, string>()
  for (const { name } of segments) {
    if (name !== null && !agents.has(name)) agents.set(name, `a${agents.size + 1}`)
  }
  const paragraphs = segments.map((segment) => {
    const agent = segment.name === null ? '' : ` ttm:agent="${agents.get(segment.name)!}"`
    const spoken = segment.language === undefined ? '' : ` xml:lang="${segment.language}"`
    const words = spanWords(segment, tally)
    const content = words.length === 0 ? writeText(segment.text) : writeWords(segment, words)
    return `      <p begin="${clock(segment.start)}" end="${clock(segment.end)}"${agent}${spoken}>${content}</p>\n`
  })
  const people = Array.from(
    agents,
    ([name, id]) =>
      `      <ttm:agent xml:id="${id}" type="person"><ttm:name type="full">${escapeXml(name)}</ttm:name></ttm:agent>\n`,
  )
  const about = title === undefined ? '' : `      <ttm:title>${escapeXml(title)}</ttm:title>\n`
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:podcasts="http://podcasts.apple.com/transcript-ttml-internal" xml:lang="${language}" xml:space="preserve">
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

function writeWords({ text, start }: TimedNamedSegment, words: TimedNamedSegment['words']): string {
  const origin = Math.round(start * 1000)
  const since = (time: number) => (Math.round(time * 1000) - origin) / 1000
  const span = (from: number, to: number, content: string) =>
    `<span begin="${clock(from)}" end="${clock(to)}"${content === ' ' ? '' : ' podcasts:unit="word"'}>${content}</span>`
  let written = ''
  // if all relative word times are later than the segment's begin, readers would take them for absolute times
  const isMistakable = words.every((word) => since(word.start) >= start) && start > 0
  if (isMistakable) written += span(0, since(words[0]!.start), ' ')
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const content = writeText(text.slice(word.from, word.to))
    written += span(since(word.start), since(word.end), content)
    // the blank after the last word shows readers that the text includes its own blanks
    written += next === undefined ? ' ' : writeText(text.slice(word.to, next.from))
  }
  return written
}

function writeText(text: string): string {
  return escapeXml(text).replaceAll('\n', '<br/>')
}

function clock(seconds: number): string {
  return formatClock(seconds, { digits: 2, hours: 'always', point: '.', fraction: 3 })
}
