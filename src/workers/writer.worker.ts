import '#sources/restrict-network.ts'
import { expose } from 'comlink'
import { writeTranscript } from '#formats/write-transcript.ts'
import type { WriteOptions } from '#formats/write-transcript.ts'
import { unpackWords } from './packed-words.ts'
import type { PackedTranscript } from './packed-words.ts'

const api = {
  write: (packed: PackedTranscript, formatId: string, options: WriteOptions) =>
    writeTranscript(unpackWords(packed), formatId, options),
}

export type WriterWorkerApi = typeof api

expose(api)
