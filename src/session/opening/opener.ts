import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { demo } from '#sources/page-address.ts'
import type { AppStore } from '#state/store.ts'
import type { RequestId } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import { readPeaksOf } from './opening-peaks.ts'
import type { PeaksPorts } from './opening-peaks.ts'
import { namesOf, requestAddresses, requestFiles, requestPasted } from './opening-request.ts'
import type { AddressRequest, OpenRequest, RequestParts, RequestPorts } from './opening-request.ts'
import { createRecordingOpener } from './opening-recording.ts'
import type { RecordingOpenerPorts } from './opening-recording.ts'
import type { FetchReports } from './opening-sources.ts'
import * as messages from './opening-messages.ts'
import { createRequestsInFlight } from './requests-in-flight.ts'
import type { RequestInFlight } from './requests-in-flight.ts'
import { openTranscripts } from './opening-transcripts.ts'
import type { ChaptersOfFile, TranscriptPorts } from './opening-transcripts.ts'

/** What opening needs from outside. */
export interface OpenerPorts
  extends RecordingOpenerPorts, TranscriptPorts, PeaksPorts, RequestPorts {
  readonly store: AppStore
}

/**
 * Opens recordings, transcripts and peaks. A call goes on loading while later ones do, unless one of them asks to replace
 * what it opens.
 */
export interface Opener {
  openFiles(files: readonly File[]): Promise<void>
  openAddresses(request: AddressRequest): Promise<void>
  openText(text: string, name: string): Promise<void>
  /** `time`: where to begin, seconds. */
  openDemo(time?: number | null): Promise<void>
  /** Where the bytes of the open recording are read; `null` where none is open. */
  readonly recordingSource: RecordingSource | null
  /** Stops loading; what is open stays open. */
  cancel(): void
  dispose(): void
}

export function createOpener(ports: OpenerPorts): Opener {
  const { store, analyses, pageAddress, fetchBytes } = ports
  const recordings = createRecordingOpener(ports)
  const requests = createRequestsInFlight(() => recordings.playing?.isDemo === false)
  let lastRequest = 0

  async function open(prepare: () => RequestParts | Promise<RequestParts>) {
    const current = requests.begin()
    const { signal } = current
    const id = (lastRequest += 1) as RequestId
    const state = store.getState()
    const { alert } = state.notices
    try {
      const parts = await prepare()
      signal.throwIfAborted()
      current.prepared(parts)
      signal.throwIfAborted()
      if (parts.recording?.source.kind === 'file') {
        await recordings.loadEarly(parts.recording, signal)
        signal.throwIfAborted()
      }
      const request: OpenRequest = { ...parts, id }
      state.openingReported({ status: 'busy', name: namesOf(request), progress: null })
      const problems = await openParts(request, current)
      reportProblems([...request.problems, ...problems], alert)
    } catch (error) {
      if (!signal.aborted) state.alertRaised(messages.ownMistake(error))
    } finally {
      current.end()
      const { name } = requests
      state.openingReported(
        name === null ? { status: 'idle' } : { status: 'busy', name, progress: null },
      )
    }
  }

  async function openParts(
    request: OpenRequest,
    { signal, earlier }: Pick<RequestInFlight, 'signal' | 'earlier'>,
  ): Promise<Problem[]> {
    const reading = readPeaksOf(request, ports, signal)
    const given = reading.then(({ given }) => given).catch(() => null)
    const [opened, read, peaks] = await Promise.all([
      // Transcripts of another recording are closed; one that was opened without a recording stays.
      recordings.open(request, {
        given,
        onReplace: () => closeBefore(request.id),
        reports,
        signal,
      }),
      openTranscripts(ports, request, signal),
      reading,
    ])
    // A transcript of the listener's own does not belong to the demo's recording.
    const { playing } = recordings
    if (read.opened && !request.isDemo && playing?.isDemo === true) {
      recordings.close()
      closeBefore((playing.id + 1) as RequestId)
    }
    const hasPeaksAlone = peaks.given !== null && !request.recording
    if (hasPeaksAlone || (read.chapters && !read.opened)) {
      // What they belong to may come with an earlier request.
      await earlier
      signal.throwIfAborted()
    }
    const isLeft = request.recording !== null && !opened.opened && !read.opened
    return [
      ...opened.problems,
      ...read.problems,
      ...peaks.problems,
      ...(read.chapters && !isLeft ? takeChapters(request, read.chapters) : []),
      ...(peaks.given && hasPeaksAlone ? takePeaks(peaks.given) : []),
    ]
  }

  function takeChapters({ id }: OpenRequest, { name, list }: ChaptersOfFile): Problem[] {
    const { transcripts, chaptersRead } = store.getState()
    if (transcripts.shownId === null && !recordings.playing) return [messages.chaptersAlone(name)]
    chaptersRead(id, list)
    return []
  }

  function takePeaks(peaks: PrecomputedPeaks): Problem[] {
    if (!recordings.playing) return [messages.peaksWithoutSound(peaks.name)]
    analyses.take(peaks)
    return []
  }

  const closeBefore = (id: RequestId) => store.getState().transcriptsClosed(id)

  /** Replaces the alert from before the request; alerts raised since, by the analysis of the new recording, stay. */
  function reportProblems(problems: readonly Problem[], before: Problem | null) {
    const { notices, alertRaised, alertDismissed } = store.getState()
    const meanwhile = notices.alert && notices.alert !== before ? [notices.alert] : []
    const all = [...problems, ...meanwhile]
    if (all.length > 0) alertRaised(messages.together(all))
    else alertDismissed()
  }

  function reportBusy(how: { progress?: number; waitMs?: number }) {
    const { opening, openingReported } = store.getState()
    if (opening.status !== 'busy') return
    const { name, progress } = opening
    openingReported({ status: 'busy', name, progress, ...how })
  }
  const reports: FetchReports = {
    onProgress: (progress) => reportBusy({ progress }),
    onWait: (waitMs) => reportBusy({ waitMs }),
  }
  const addresses = (asked: AddressRequest, { isDemo = false } = {}) =>
    requestAddresses(asked, { pageAddress, fetchBytes, reports, isDemo })

  return {
    async openFiles(files) {
      if (files.length === 0) return
      await open(() => requestFiles(files))
    },
    openAddresses: (request) => open(() => addresses(request)),
    openText: (text, name) => open(() => requestPasted(text, name)),
    openDemo: (time = null) => open(() => addresses({ ...demo, time }, { isDemo: true })),
    get recordingSource() {
      return analyses.copy ?? recordings.playing?.recording?.source ?? null
    },
    cancel: () => requests.abortAll(),
    dispose() {
      requests.abortAll()
      recordings.dispose()
    },
  }
}
