import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { parsOf } from '../smil/pars.ts'
import type { Zip } from '../zip/open-zip.ts'
import { resolveAddress } from './address.ts'
import { openPage } from './open-page.ts'
import { indexPage, speakPage, type Clip, type PageIndex } from './page-text.ts'

/** The text of one audio file, page by page in the order of the book. */
interface Recording {
  readonly path: string
  readonly pages: Map<string, Clip[]>
}

interface Overlays {
  /** `null` if no passage of the book has a recording. */
  readonly segments: readonly ParsedSegment[] | null
  readonly problems: readonly Problem[]
}

/**
 * Reads the text that the SMIL files of a book relate to recordings, with the times of the first recording.
 *
 * @param overlays paths of the SMIL files, in the order of the book
 * @param name of the book in messages
 */
export async function readOverlays(
  zip: Zip,
  overlays: readonly string[],
  name: string,
): Promise<Overlays> {
  const { recordings, problems } = await recordingsOf(zip, overlays)
  const [first] = recordings
  if (first === undefined) return { segments: null, problems: oneOfEach(problems) }
  const opened = new Map<string, PageIndex | null>()
  const pageAt = async (path: string) => {
    const known = opened.get(path)
    if (known !== undefined) return known
    const page = await openPage(zip, path)
    problems.push(...page.problems.map(inArchive))
    const index = page.root === null ? null : indexPage(page.root)
    opened.set(path, index)
    return index
  }
  const segments: ParsedSegment[] = []
  let missing = 0
  for (const recording of recordings) {
    for (const [path, clips] of recording.pages) {
      const page = await pageAt(path)
      const spoken = page === null ? null : speakPage(page, clips)
      missing += spoken?.missing ?? clips.length
      for (const segment of spoken?.segments ?? []) {
        segments.push(recording === first ? segment : withoutTimes(segment))
      }
    }
  }
  return {
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
    const opened = await openPage(zip, path)
    problems.push(...opened.problems.map(inArchive))
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
      code: 'book-several-recordings',
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

/**
 * A problem of a page: one unreadable page does not make the book unreadable, and line numbers inside the archive mean
 * nothing to the user.
 */
function inArchive({ code, severity, message }: Problem): Problem {
  return { code, severity: severity === 'error' ? 'warning' : severity, message }
}

function oneOfEach(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.code, problem])).values()]
}
