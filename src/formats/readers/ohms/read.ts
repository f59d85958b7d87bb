import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Chapter } from '#transcript/transcript.ts'
import { secondsPerLetter } from '#transcript/speech-pace.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { asNumber } from '../../parsing/json/values.ts'
import { readWebvtt } from '../webvtt/read.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { childOf, elementsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import { paragraphsOf, type OhmsParagraph } from './paragraphs.ts'
import { parseSync } from './sync.ts'

/**
 * Reads files of the Oral History Metadata Synchronizer: a transcript with one time per minute, or WebVTT. Its index
 * becomes the chapters.
 */
export async function readOhms(source: TranscriptFile): Promise<ParsedTranscript> {
  const { root, problems } = openXml(source, { roots: ['ROOT', 'record'], format: 'OHMS' })
  if (root === null) return { segments: [], problems }
  const record = root.name === 'record' ? root : (childOf(root, 'record') ?? root)
  const title = textIn(childOf(record, 'title')).replace(/\s+/g, ' ').trim()
  const about = { ...(title === '' ? {} : { title }), chapters: chaptersOf(record) }
  const vtt = textIn(childOf(record, 'vtt_transcript')).trim()
  if (vtt !== '') {
    const parsed = await readWebvtt({ ...source, text: vtt, fileName: '' })
    // line numbers inside the WebVTT are not those of the file
    const segments = parsed.segments.map(({ line: _line, ...segment }) => segment)
    const inside = parsed.problems.map(({ line: _line, ...problem }) => problem)
    const notes = reportNotes(vtt.match(/<annotation\s+ref=/g)?.length ?? 0)
    return { ...parsed, ...about, segments, problems: [...problems, ...inside, ...notes] }
  }
  const transcript = childOf(record, 'transcript')
  const { segments, problems: found } = segmentsOf(
    textIn(transcript),
    textIn(childOf(record, 'sync')),
    source.name,
  )
  return { ...about, segments, problems: [...problems, ...found] }
}

function segmentsOf(
  transcript: string,
  sync: string,
  name: string,
): { segments: ParsedSegment[]; problems: Problem[] } {
  // what archives write if there is no transcript
  if (/^\s*no transcript\.?\s*$/i.test(transcript)) return { segments: [], problems: [] }
  const text = transcript.replace(/^\s*Transcript:[ \t]*/, (lead) =>
    '\n'.repeat(lead.split('\n').length - 1),
  )
  const { starts, interval } = parseSync(sync)
  const paragraphs = paragraphsOf(text.split('\n'), starts)
  if (interval === null) {
    const segments = paragraphs.map((paragraph) => ({
      text: paragraph.text,
      start: null,
      end: null,
    }))
    const message = `${name} contains no times, so its text is shown but does not follow the recording.`
    return segments.length === 0
      ? { segments, problems: [] }
      : { segments, problems: [{ code: 'no-times', severity: 'note', message }] }
  }
  const { segments, computed } = spread(paragraphs)
  const minutes = interval / 60
  const message = `${name} has a time only every ${minutes === 1 ? 'minute' : `${minutes.toLocaleString('en')} minutes`}; the times of ${countOf(computed, 'paragraph')} in between were estimated from ${computed === 1 ? 'its length' : 'their lengths'}.`
  return {
    segments,
    problems: computed === 0 ? [] : [{ code: 'time-estimated', severity: 'note', message }],
  }
}

/** Divides the time between two given times among the paragraphs, in proportion to their letters. */
function spread(paragraphs: readonly OhmsParagraph[]): {
  segments: ParsedSegment[]
  computed: number
} {
  const segments: ParsedSegment[] = []
  let computed = 0
  for (let at = 0; at < paragraphs.length;) {
    let next = at + 1
    while (next < paragraphs.length && paragraphs[next]!.start === null) next += 1
    const group = paragraphs.slice(at, next)
    const letters = group.reduce((sum, { text }) => sum + text.length, 0)
    let start = group[0]!.start ?? 0
    const end = paragraphs[next]?.start ?? start + letters * secondsPerLetter
    const pace = (end - start) / letters
    for (const { text } of group) {
      const stop = start + text.length * pace
      segments.push({ text, start, end: stop })
      start = stop
    }
    computed += group.length - 1
    at = next
  }
  return { segments, computed }
}

function chaptersOf(record: XmlElement): Chapter[] {
  const index = childOf(record, 'index')
  const points = index === undefined ? [] : elementsOf(index, 'point')
  const chapters = points.map((point) => ({
    start: asNumber(textIn(childOf(point, 'time'))) ?? Number.NaN,
    title: textIn(childOf(point, 'title')).replace(/\s+/g, ' ').trim().replace(/;$/, ''),
  }))
  return chapters
    .filter(({ start, title }) => Number.isFinite(start) && start >= 0 && title !== '')
    .sort((a, b) => a.start - b.start)
}

/** OHMS 6 writes footnotes into comments behind the transcript. */
function reportNotes(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'footnote')} ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'notes-not-shown', severity: 'note', message }]
}
