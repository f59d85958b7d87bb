import { recognisedRate } from './recogniser.ts'

/** Loudness is told a hundred times a second. */
export const framesPerSecond = 100
const frameLength = recognisedRate / framesPerSecond
/** Decibels of full scale: no microphone is as quiet. */
const floor = -100

/** Decibels of full scale (of the mean square) in each hundredth of a second; what is left over is not told. */
export function loudnessOf(samples: Float32Array): Float32Array {
  const frames = Math.floor(samples.length / frameLength)
  return Float32Array.from({ length: frames }, (_, frame) => {
    let sum = 0
    for (let n = frame * frameLength; n < (frame + 1) * frameLength; n++) sum += samples[n]! ** 2
    return Math.max(floor, 10 * Math.log10(sum / frameLength + 1e-12))
  })
}

/** A stretch of frames, half open. */
export interface Frames {
  readonly from: number
  readonly to: number
}

/** Stretches of at least so many frames that are all below a loudness. */
export function quietStretches(
  loudness: Float32Array,
  { below, least }: { below: number; least: number },
): Frames[] {
  const found: Frames[] = []
  let from = 0
  for (let frame = 0; frame <= loudness.length; frame++) {
    if (frame < loudness.length && loudness[frame]! < below) continue
    if (frame - from >= least) found.push({ from, to: frame })
    from = frame + 1
  }
  return found
}
