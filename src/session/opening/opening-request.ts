import { checkAddress } from '#sources/check-address.ts'
import { sortFiles } from '#sources/sort-files.ts'
import type { RequestId } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import * as sources from './opening-sources.ts'
import type {
  FetchBytes,
  FetchReports,
  FileSource,
  OpenableRecording,
  OpenableTranscript,
} from './opening-sources.ts'
import * as messages from './opening-messages.ts'

/** What is opened together, before it has an id. */
export interface RequestParts {
  readonly recording: OpenableRecording | null
  readonly texts: readonly OpenableTranscript[]
  readonly peaks: FileSource | null
  readonly title: string | null
  readonly time: number | null
  readonly isDemo: boolean
  /** What was wrong with the request before anything was opened. */
  readonly problems: readonly Problem[]
}

export interface OpenRequest extends RequestParts {
  readonly id: RequestId
}

export interface AddressRequest {
  readonly audio: string | null
  readonly transcript: string | null
  readonly chapters?: string | null
  readonly peaks?: string | null
  readonly title?: string | null
  /** Seconds; takes precedence over the stored position. */
  readonly time?: number | null
}

/** What a request for addresses needs from outside. */
export interface RequestPorts {
  /** The base of relative addresses. */
  readonly pageAddress: string
  readonly fetchBytes: FetchBytes
}

const emptyRequest: RequestParts = {
  recording: null,
  texts: [],
  peaks: null,
  title: null,
  time: null,
  isDemo: false,
  problems: [],
}

export function requestAddresses(
  asked: AddressRequest,
  {
    pageAddress,
    fetchBytes,
    reports,
    isDemo = false,
  }: RequestPorts & { reports: FetchReports; isDemo?: boolean },
): RequestParts {
  const problems: Problem[] = []
  const checked = (address: string | null | undefined) => {
    if (address === null || address === undefined || address === '') return []
    const result = checkAddress(address, pageAddress)
    if (result.ok) return [result.address]
    problems.push(messages.badAddress(address, result.why))
    return []
  }
  const [audio] = checked(asked.audio)
  const texts = [...checked(asked.transcript), ...checked(asked.chapters)]
  const [peaks] = checked(asked.peaks)
  return {
    recording: audio === undefined ? null : sources.recordingAt(audio),
    texts: texts.map((address) => sources.transcriptAt(address, fetchBytes, reports)),
    peaks: peaks === undefined ? null : sources.peaksAt(peaks, fetchBytes, reports),
    title: asked.title ?? null,
    time: asked.time ?? null,
    isDemo,
    problems,
  }
}

export async function requestFiles(files: readonly File[]): Promise<RequestParts> {
  const { recording, transcripts, peaks, moreRecordings, morePeaks, unreadable } =
    await sortFiles(files)
  const problems: Problem[] = []
  if (unreadable.length > 0) {
    problems.push(messages.notReadable(unreadable.map(({ name }) => name).join(', ')))
  }
  if (recording && moreRecordings.length > 0)
    problems.push(messages.oneRecordingOnly(recording.name))
  if (peaks && morePeaks.length > 0) problems.push(messages.onePeaksOnly(peaks.name, morePeaks))
  return {
    ...emptyRequest,
    recording: recording && sources.recordingOfFile(recording),
    texts: transcripts.map(sources.transcriptOfFile),
    peaks: peaks && sources.peaksOfFile(peaks),
    problems,
  }
}

export const requestPasted = (text: string, name: string): RequestParts => ({
  ...emptyRequest,
  texts: [sources.pastedSource(text, name)],
})

export const namesOf = ({ recording, texts, peaks }: RequestParts) =>
  [recording, ...texts, peaks].flatMap((source) => (source ? [source.name] : [])).join(' and ')
