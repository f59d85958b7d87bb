import { beginningLength } from '#formats/parsing/limits.ts'
import type { AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Chapter } from '#transcript/transcript.ts'
import { hintOf, readSource } from '../transcripts/read-source.ts'
import type { SourceReading, TranscriptReadingPorts } from '../transcripts/read-source.ts'
import { followAgain } from './opening-outcome.ts'
import type { OpeningOutcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { EarlyBytes, OpenableTranscript } from './opening-sources.ts'
import * as messages from './opening-messages.ts'

/** What opening transcripts needs from outside. */
export interface TranscriptPorts extends TranscriptReadingPorts {
  readonly store: AppStore
}

/** A file that holds chapters only. */
export interface ChaptersOfFile {
  readonly name: string
  readonly list: readonly Chapter[]
}

interface TranscriptsOutcome extends OpeningOutcome {
  /** Not reported to the store yet: who opens the recording knows what they belong to. */
  readonly chapters: ChaptersOfFile | null
}

/** Reads the transcripts of a request and reports them to the store. Rejects only with the signal's reason. */
export async function openTranscripts(
  ports: TranscriptPorts,
  { id, texts }: Pick<OpenRequest, 'id' | 'texts'>,
  signal: AbortSignal,
): Promise<TranscriptsOutcome> {
  const { store } = ports
  const beginningClosed = () => store.getState().beginningClosed(id)
  signal.addEventListener('abort', beginningClosed)
  const [first, ...others] = texts.map((source) => ({ source, requestId: id }))
  const readings = await Promise.all([
    ...(first ? [readFromBeginning(ports, first, signal)] : []),
    ...others.map((text) => readOne(ports, text, { signal })),
  ])
  signal.throwIfAborted()
  signal.removeEventListener('abort', beginningClosed)
  const problems: Problem[] = readings.flatMap(({ failures }) => failures)
  const all = readings.flatMap(({ read }) => (read ? [read] : []))
  const transcripts = all.filter(({ read }) => read.segments.length > 0)
  const chapters = all.find(({ read }) => read.segments.length === 0)
  if (transcripts.length > 0) {
    store.getState().transcriptsRead(transcripts)
    followAgain(store)
  } else beginningClosed()
  return {
    opened: transcripts.length > 0,
    problems,
    chapters: chapters ? { name: chapters.source.name, list: chapters.read.chapters } : null,
  }
}

interface TextToRead {
  readonly source: OpenableTranscript
  readonly requestId: OpenRequest['id']
}

/** Reports the beginning of a large file as soon as that is there. */
async function readFromBeginning(
  ports: TranscriptPorts,
  { source, requestId }: TextToRead,
  signal: AbortSignal,
): Promise<SourceReading> {
  const { name } = source
  let isSettled = false
  async function report(bytes: Uint8Array<ArrayBuffer>) {
    const read = await ports.readBeginning(bytes, hintOf(source))
    if (read && !isSettled) ports.store.getState().beginningRead({ requestId, name, read })
  }
  const beginning = {
    length: beginningLength,
    take: (bytes: Uint8Array<ArrayBuffer>) => void report(bytes),
  }
  try {
    return await readOne(ports, { source, requestId }, { signal, beginning })
  } finally {
    isSettled = true
  }
}

async function readOne(
  ports: TranscriptReadingPorts,
  { source, requestId }: TextToRead,
  { signal, ...early }: Pick<EarlyBytes, 'beginning'> & { signal: AbortSignal },
): Promise<SourceReading> {
  const { name, sharedAddress, mimeType } = source
  try {
    const onSize = (size: number) => ports.prepareReader(name, size)
    const bytes = await source.bytes(signal, { ...early, onSize })
    return await readSource(ports, { requestId, name, sharedAddress, mimeType, bytes }, { signal })
  } catch (error) {
    signal.throwIfAborted()
    return { read: null, failures: [messages.notFetched(name, error)] }
  }
}
