import type { AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'
import { readSource } from '../transcripts/read-source.ts'
import type { SourceReading, TranscriptReadingPorts } from '../transcripts/read-source.ts'
import { followAgain } from './opening-outcome.ts'
import type { OpeningOutcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { OpenableTranscript } from './opening-sources.ts'
import * as messages from './opening-messages.ts'

/** What opening transcripts needs from outside. */
export interface TranscriptPorts extends TranscriptReadingPorts {
  readonly store: AppStore
}

/**
 * Reads the transcripts and chapters of a request and reports them to the store. Rejects only with the signal's
 * reason.
 */
export async function openTranscripts(
  ports: TranscriptPorts,
  { id, texts }: Pick<OpenRequest, 'id' | 'texts'>,
  signal: AbortSignal,
): Promise<OpeningOutcome> {
  const { store } = ports
  const readings = await Promise.all(
    texts.map((source) => readOne(ports, { source, requestId: id, signal })),
  )
  signal.throwIfAborted()
  const problems: Problem[] = readings.flatMap(({ failures }) => failures)
  const all = readings.flatMap(({ read }) => (read ? [read] : []))
  const transcripts = all.filter(({ read }) => read.segments.length > 0)
  const chapters = all.find(({ read }) => read.segments.length === 0)
  if (transcripts.length > 0) {
    store.getState().transcriptsRead(transcripts)
    followAgain(store)
  }
  if (chapters) {
    const { transcripts, chaptersRead } = store.getState()
    if (transcripts.shownId !== null) chaptersRead(id, chapters.read.chapters)
    else problems.push(messages.chaptersWithoutText(chapters.source.name))
  }
  return { opened: transcripts.length > 0, problems }
}

async function readOne(
  ports: TranscriptReadingPorts,
  {
    source,
    requestId,
    signal,
  }: { source: OpenableTranscript; requestId: OpenRequest['id']; signal: AbortSignal },
): Promise<SourceReading> {
  const { name, mimeType } = source
  try {
    const bytes = await source.bytes(signal, (size) => ports.prepareReader(name, size))
    return await readSource(ports, { requestId, name, mimeType, bytes }, { signal })
  } catch (error) {
    signal.throwIfAborted()
    return { read: null, failures: [messages.notFetched(name, error)] }
  }
}
