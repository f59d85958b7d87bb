import type { PeaksRefusal } from '#audio/peaks/audiowaveform/peaks-file.ts'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { Problem } from '#transcript/problem.ts'
import type { OpenRequest } from './opening-request.ts'
import * as messages from './opening-messages.ts'

/** What reading peaks needs from outside. */
export interface PeaksPorts {
  /** Rejects with the signal's reason, or with an Error whose message says what failed. */
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

/** Reads the peaks of a request; whether they are of the open recording is checked later. */
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
