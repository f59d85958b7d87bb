import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { parsOf } from '../smil/pars.ts'
import type { XmlElement } from '../../parsing/xml/tree.ts'
import { isProblem, openZip, type Zip } from '../../parsing/zip/open-zip.ts'
import { resolveAddress } from './address.ts'
import { openBook, openPage } from './book.ts'
import { speakPage, type Clip } from './page-text.ts'

/** The text of one audio file, page by page in spine order. */
interface Recording {
  readonly path: string
  readonly pages: Map<string, Clip[]>
}

/** Reads an EPUB 3 with media overlays: the text of its audio files, with the times of the first. */
export async function readEpub({ bytes, name }: TranscriptFile): Promise<ParsedTranscript> {
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const book = await openBook(zip)
  if (isProblem(book)) return emptyParsedTranscript({ ...withoutLine(book), severity: 'error' })
  const { recordings, problems } = await recordingsOf(zip, book.overlays)
  const [first] = recordings
  if (first === undefined) {
    const message = `${name} is a book without times for its text (media overlays). Choose an EPUB that has them.`
    return emptyParsedTranscript({ code: 'epub-without-overlays', severity: 'error', message })
  }
  const segments: ParsedSegment[] = []
  let missing = 0
  for (const recording of recordings) {
    for (const [path, clips] of recording.pages) {
      const page = await openPage(zip, path)
      problems.push(...page.problems.map(withoutLine).map(asWarning))
      const spoken = page.root === null ? null : speakPage(page.root, clips)
      missing += spoken?.missing ?? clips.length
      for (const segment of spoken?.segments ?? []) {
        segments.push(recording === first ? segment : withoutTimes(segment))
      }
    }
  }
  const language = languageTag(book.language)
  return {
    ...(book.title === '' ? {} : { title: book.title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [...oneOfEach(problems), ...notShown(name, recordings, missing)],
  }
}

async function recordingsOf(
  zip: Zip,
  overlays: readonly string[],
): Promise<{ recordings: Recording[]; problems: Problem[] }> {
  const recordings = new Map<string, Recording>()
  const problems: Problem[] = []
  for (const path of overlays) {
    const opened: { root: XmlElement | null; problems: readonly Problem[] } = await openPage(
      zip,
      path,
    )
    problems.push(...opened.problems.map(withoutLine).map(asWarning))
    for (const par of opened.root === null ? [] : parsOf(opened.root)) {
      if (par.audio === '') continue
      const audio = resolveAddress(path, par.audio).path
      const recording = recordings.get(audio) ?? { path: audio, pages: new Map<string, Clip[]>() }
      recordings.set(audio, recording)
      const { path: page, fragment } = resolveAddress(path, par.text)
      const clips = recording.pages.get(page) ?? []
      recording.pages.set(page, clips)
      clips.push({ id: fragment, start: par.start, end: par.end })
    }
  }
  return { recordings: [...recordings.values()], problems }
}

function notShown(name: string, recordings: readonly Recording[], missing: number): Problem[] {
  const problems: Problem[] = []
  const fileOf = ({ path }: Recording) => (path.split('/').at(-1) ?? '').slice(0, 80)
  if (recordings.length > 1) {
    problems.push({
      code: 'epub-several-recordings',
      severity: 'warning',
      message: `${name} has ${countOf(recordings.length, 'recording')}, each with its own times; those of ${fileOf(recordings[0]!)} are used, and the text of the others is shown without times. Open that recording, which is inside the book.`,
    })
  }
  if (missing > 0) {
    problems.push({
      code: 'text-missing',
      severity: 'warning',
      message: `${countOf(missing, 'passage')} with times ${missing === 1 ? 'is' : 'are'} missing from the text of the book and ${missing === 1 ? 'was' : 'were'} left out.`,
    })
  }
  return problems
}

function withoutTimes({ words: _words, ...segment }: ParsedSegment): ParsedSegment {
  return { ...segment, start: null, end: null }
}

/** Removes the line: line numbers inside the archive mean nothing to the user. */
function withoutLine({ code, severity, message }: Problem): Problem {
  return { code, severity, message }
}

/** One unreadable page does not make the book unreadable. */
function asWarning(problem: Problem): Problem {
  return problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem
}

function oneOfEach(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.code, problem])).values()]
}
