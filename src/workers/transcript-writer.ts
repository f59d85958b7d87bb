import { transfer, wrap } from 'comlink'
import type { WriteResult, WriteOptions } from '#formats/write-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { packWords } from './packed-words.ts'
import type { WriterWorkerApi } from './writer.worker.ts'

/** See `writeTranscript`; in a worker, which lives as long as that takes. Rejects where it cannot be loaded. */
export async function writeTranscriptInWorker(
  transcript: Transcript,
  formatId: string,
  options: WriteOptions,
): Promise<WriteResult> {
  const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' })
  try {
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message || 'the writer of transcripts could not be loaded'))
      })
    })
    const packed = packWords(transcript)
    const { counts, numbers } = packed
    const work = wrap<WriterWorkerApi>(worker).write(
      transfer(packed, [counts.buffer, numbers.buffer]),
      formatId,
      options,
    )
    return await Promise.race([work, broken])
  } finally {
    worker.terminate()
  }
}
