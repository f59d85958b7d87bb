import '#sources/restrict-network.ts'
import { expose, transfer } from 'comlink'
import { prepareReader, readTranscript } from '#formats/read-transcript.ts'
import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import { packWords } from './packed-words.ts'
import type { PackedTranscript } from './packed-words.ts'

/** What was read, with its words packed. */
export interface PackedReading extends Omit<ReadResult, 'transcript'> {
  readonly transcript: PackedTranscript | null
}

const api = {
  prepareReader,
  async readTranscript(bytes: Uint8Array, hint: ReadOptions): Promise<PackedReading> {
    const reading = await readTranscript(bytes, hint)
    if (!reading.transcript) return { ...reading, transcript: null }
    const packed = packWords(reading.transcript)
    const { counts, numbers } = packed
    return transfer({ ...reading, transcript: packed }, [counts.buffer, numbers.buffer])
  },
}

export type TranscriptWorkerApi = typeof api

expose(api)
