import { peaksPerSecond } from '#audio/peaks/compute-peaks.ts'
import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { AudioInfo } from '#audio/audio-info.ts'
import type { AudioReader } from '#audio/audio-reader.ts'

/** About the bars of a wide waveform: the cost does not grow with the duration. */
export const cellCount = 300

/** Hundredths of a second that are decoded of each cell: enough to tell speech from a pause. */
const decoded = 20

/**
 * Decodes a moment of each cell of the recording, every eighth cell first. `onCell` takes the largest peak of a cell,
 * 0 to 255; a cell that cannot be decoded stays unknown.
 */
export async function decodePreviewPeaks(
  reader: AudioReader,
  facts: AudioInfo,
  { signal, onCell }: { signal: AbortSignal; onCell: (cell: number, loudest: number) => void },
): Promise<void> {
  const cells = Array.from({ length: cellCount }, (_, cell) => cell)
  const order = cells.sort((a, b) => (a % 8) - (b % 8) || a - b).values()
  const decodeCells = async () => {
    for (const cell of order) {
      const first = Math.round(((cell + 0.5) / cellCount) * facts.duration * peaksPerSecond)
      const peaks = await reader.peaks({ first, count: decoded }).catch(() => null)
      if (signal.aborted) return
      if (peaks) onCell(cell, Math.max(...peaks))
    }
  }
  await Promise.all(Array.from({ length: reader.workerCount }, decodeCells))
}

/** Writes a cell into the pyramid as preview peaks. `start`, `end`: seconds. */
export function addCell(
  pyramid: MutablePeakPyramid,
  { loudest, start, end }: { loudest: number; start: number; end: number },
) {
  const first = Math.floor(start * peaksPerSecond)
  const count = Math.max(1, Math.ceil(end * peaksPerSecond) - first)
  const peaks = new Uint8Array(count).fill(loudest)
  pyramid.add(first, peaks, 'preview')
}

/** The time range of a cell, seconds: cells have equal durations. */
export const cellRange = (cell: number, duration: number) => ({
  start: (cell / cellCount) * duration,
  end: ((cell + 1) / cellCount) * duration,
})
