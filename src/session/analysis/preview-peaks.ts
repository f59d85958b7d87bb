import { peaksPerSecond } from '#audio/peaks/compute-peaks.ts'
import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'

/** As many bars as a wide waveform has: a sketch costs pixels, not hours. */
export const cellCount = 300

/** Of each cell is heard as much, hundredths of a second: enough to tell speech from a pause. */
const heard = 20

/**
 * Hears a moment of each part of the recording, from all over it inwards: every eighth part first. `onCell`
 * takes the loudest of what was heard in a part, 0 to 255; what cannot be decoded stays unknown.
 */
export async function decodePreviewPeaks(
  reader: AudioReader,
  facts: AudioInfo,
  { signal, onCell }: { signal: AbortSignal; onCell: (cell: number, loudest: number) => void },
): Promise<void> {
  const cells = Array.from({ length: cellCount }, (_, cell) => cell)
  const order = cells.sort((a, b) => (a % 8) - (b % 8) || a - b).values()
  const lane = async () => {
    for (const cell of order) {
      const first = Math.round(((cell + 0.5) / cellCount) * facts.duration * peaksPerSecond)
      const peaks = await reader.peaks({ first, count: heard }).catch(() => null)
      if (signal.aborted) return
      if (peaks) onCell(cell, Math.max(...peaks))
    }
  }
  await Promise.all(Array.from({ length: reader.workerCount }, lane))
}

/** Writes a part of the sketch into the pyramid, from where it begins to where the next one does, seconds. */
export function addCell(
  pyramid: MutablePeakPyramid,
  { loudest, start, end }: { loudest: number; start: number; end: number },
) {
  const first = Math.floor(start * peaksPerSecond)
  const count = Math.max(1, Math.ceil(end * peaksPerSecond) - first)
  const peaks = new Uint8Array(count).fill(loudest)
  pyramid.add(first, peaks, 'preview')
}

/** Where a cell lies in time when the recording is cut in parts that take equal times. */
export const cellRange = (cell: number, duration: number) => ({
  start: (cell / cellCount) * duration,
  end: ((cell + 1) / cellCount) * duration,
})
