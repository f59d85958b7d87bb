import { transfer } from 'comlink'
import type { WriteResult, WriteOptions } from '#formats/write-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { callAndEnd, connectWorker } from './worker-connection.ts'
import type { WriterWorkerApi } from './writer.worker.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

const connect = () =>
  connectWorker<WriterWorkerApi>(
    () => new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' }),
    'the writer of transcripts',
  )

/** See `writeTranscript`; in a worker for this file alone. Rejects with an Error if the worker fails. */
export async function writeTranscriptInWorker(
  transcript: Transcript,
  formatId: string,
  options: WriteOptions,
): Promise<WriteResult> {
  return callAndEnd(connect(), async (remote) => {
    const { packWords } = await import('./packed-words.ts')
    const packed = packWords(transcript)
    const { counts, numbers } = packed
    return remote.write(transfer(packed, [counts.buffer, numbers.buffer]), formatId, options)
  })
}
