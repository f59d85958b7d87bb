import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import { recogniserSampleRate } from './recogniser.ts'

const frameLength = recogniserSampleRate / framesPerSecond
/** Decibels of full scale, below the noise of any microphone. */
const floor = -100

/** Level of each whole frame, decibels of full scale (of the mean square). */
export function frameLoudness(samples: Float32Array): Float32Array {
  const frames = Math.floor(samples.length / frameLength)
  return Float32Array.from({ length: frames }, (_, frame) => {
    let sum = 0
    for (let n = frame * frameLength; n < (frame + 1) * frameLength; n++) sum += samples[n]! ** 2
    return Math.max(floor, 10 * Math.log10(sum / frameLength + 1e-12))
  })
}

/** Ranges of at least `least` frames that are all below a level. */
export function quietRanges(
  loudness: Float32Array,
  { below, least }: { below: number; least: number },
): FrameRange[] {
  const found: FrameRange[] = []
  let from = 0
  for (let frame = 0; frame <= loudness.length; frame++) {
    if (frame < loudness.length && loudness[frame]! < below) continue
    if (frame - from >= least) found.push({ from, to: frame })
    from = frame + 1
  }
  return found
}
