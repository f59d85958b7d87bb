import { detectSilences } from '../../silences.ts'
import type { SilentRange } from '../../silences.ts'
import { looksLikePeaks, peaksHeadLength } from './looks-like-peaks.ts'
import { refusePeaks } from './peaks-file.ts'
import type { PeaksRefusal } from './peaks-file.ts'
import { readPeaksFile } from './read-peaks-file.ts'
import type { PeaksReading } from './read-peaks-file.ts'

/** Peaks that somebody has made of a recording before. Plain data: it crosses worker borders. */
export type PrecomputedPeaks = Extract<PeaksReading, { ok: true }> & {
  readonly name: string
  /** As `detectSilences` tells; `null` where it does not, or where the peaks are too coarse for it. */
  readonly silences: readonly SilentRange[] | null
}

/** Reads whatever lies where peaks should: servers answer with pages, too. */
export function readPrecomputedPeaks(
  bytes: Uint8Array,
  name: string,
): PrecomputedPeaks | PeaksRefusal {
  if (!looksLikePeaks(bytes.subarray(0, peaksHeadLength), name)) {
    return refusePeaks(
      `${name} holds no peaks that Earshot knows. Make them with audiowaveform, as .dat or .json.`,
    )
  }
  const reading = readPeaksFile(bytes, name)
  if (!reading.ok) return reading
  return { ...reading, name, silences: reading.isCoarse ? null : detectSilences(reading.peaks) }
}
