import type { PeaksRefusal } from '#audio/peaks/audiowaveform/peaks-file.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { Problem } from '#transcript/problem.ts'
import type { OpenRequest } from './opening-request.ts'
import * as messages from './opening-messages.ts'

/** The world outside, as reading peaks needs it. */
export interface PeaksPorts {
  /** Rejects with the signal's reason, or with an Error that tells what broke. */
  readPeaks(
    bytes: Uint8Array<ArrayBuffer>,
    name: string,
    signal: AbortSignal,
  ): Promise<PrecomputedPeaks | PeaksRefusal>
}

interface ReadPeaks {
  readonly given: PrecomputedPeaks | null
  readonly problems: readonly Problem[]
}

/** Reads the peaks of a request; which recording they are of is found out later. */
export async function readPeaksOf(
  { peaks }: OpenRequest,
  { readPeaks }: PeaksPorts,
  signal: AbortSignal,
): Promise<ReadPeaks> {
  if (!peaks) return { given: null, problems: [] }
  try {
    const reading = await readPeaks(await peaks.bytes(signal), peaks.name, signal)
    return reading.ok
      ? { given: reading, problems: [] }
      : { given: null, problems: [messages.badPeaks(reading.why)] }
  } catch (error) {
    signal.throwIfAborted()
    return { given: null, problems: [messages.notFetched(peaks.name, error)] }
  }
}
