import { parseTime } from '#transcript/format-time.ts'
import { plainName } from './plain-name.ts'

/** The parameters of a link to Earshot, as written: nothing is checked yet. */
export interface PageRequest {
  readonly audio: string | null
  readonly transcript: string | null
  readonly chapters: string | null
  /** A peaks file of audiowaveform. */
  readonly peaks: string | null
  readonly title: string | null
  /** Seconds; `null` when the link names no time. */
  readonly time: number | null
}

/**
 * Reads `?audio=…&transcript=…&chapters=…&peaks=…&title=…#t=83.5`. The time is a media fragment (W3C Media Fragments
 * URI 1.0, `t=npt:…`, of which only the start is used) or a clock time, `#t=1:23`.
 */
export function readPageAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): PageRequest {
  const query = new URLSearchParams(search)
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const moment = fragment.get('t') ?? query.get('t')
  return {
    audio: query.get('audio'),
    transcript: query.get('transcript'),
    chapters: query.get('chapters'),
    peaks: query.get('peaks'),
    title: titleIn(query),
    time: moment === null ? null : parseTime(moment.split(',')[0] ?? ''),
  }
}

/** `null` also where nothing of it can be shown. */
const titleIn = (query: URLSearchParams) => plainName(query.get('title') ?? '').trim() || null

/** What opens when the link names neither a recording nor a transcript. */
export const demo = {
  audio: 'demo/demo.mp3',
  transcript: 'demo/demo.vtt',
  chapters: 'demo/chapters.vtt',
  title: 'The City They Filmed',
} as const

/** The absolute address of the recording that a link to this page opens. */
export function audioOfPage(page: string): string | null {
  const { search, hash } = new URL(page)
  const { audio, transcript } = readPageAddress({ search, hash })
  const written = audio ?? (transcript === null ? demo.audio : null)
  return written !== null && URL.canParse(written, page) ? new URL(written, page).href : null
}

/** A link to this page that opens the same recording and transcript at this time. */
export function linkToMoment(page: string, time: number): string {
  const link = new URL(page)
  // Rounded up: a time before the start of a word belongs to the word before.
  link.hash = `t=${Math.ceil(time * 1000 - 1e-6) / 1000}`
  return link.href
}

/** A link that opens these addresses at this time on this page, whatever the page's own address names. */
export function linkToOpen(
  page: string,
  { audio, transcript, time }: { audio: string; transcript: string | null; time: number },
): string {
  const link = new URL(page)
  link.search = new URLSearchParams({
    audio,
    ...(transcript === null ? {} : { transcript }),
  }).toString()
  return linkToMoment(link.href, time)
}
