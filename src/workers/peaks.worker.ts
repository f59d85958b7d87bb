import { expose, transfer } from 'comlink'
import { readGivenPeaks } from '#audio/peaks-file/read-given-peaks.ts'

const doors = {
  readPeaks(bytes: Uint8Array, name: string) {
    const given = readGivenPeaks(bytes, name)
    return given.ok ? transfer(given, [given.peaks.buffer]) : given
  },
}

export type PeaksDoors = typeof doors

expose(doors)
