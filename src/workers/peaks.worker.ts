import '#sources/restrict-network.ts'
import { expose, transfer } from 'comlink'
import { readPrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'

const api = {
  readPeaks(bytes: Uint8Array, name: string) {
    const given = readPrecomputedPeaks(bytes, name)
    return given.ok ? transfer(given, [given.peaks.buffer]) : given
  },
}

export type PeaksWorkerApi = typeof api

expose(api)
