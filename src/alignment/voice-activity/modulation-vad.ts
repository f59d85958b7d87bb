import { loudnessSteps } from '../acoustic-features/loudness-meter.ts'
import { framesPerSecond } from '../acoustic-features/mel-cepstra.ts'

/** Tells, roughly, whether anybody speaks: speech stops and starts again several times a second, music goes on. */
export interface SpeechRhythm {
  /** `loudness`: four mean squares for each frame of a hundredth of a second. */
  take(loudness: Float32Array): void
  soundsLikeSpeech(): boolean
}

/** Decibels below the loudest of its second, at which a frame is a stop. */
const stop = 12
/**
 * Of the frames of the middle second, at least so many are stops: 0.4 in speech, 0.24 under music, 0.08 in music
 * alone (tuning half of the prompts).
 */
const leastStops = 0.15

export function createSpeechRhythm(): SpeechRhythm {
  const shares: number[] = []
  return {
    take(loudness) {
      const second = framesPerSecond * loudnessSteps
      for (let from = 0; from + second <= loudness.length; from += second) {
        shares.push(shareOfStops(loudness.subarray(from, from + second)))
      }
    },
    soundsLikeSpeech() {
      const middle = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)]
      return (middle ?? 1) >= leastStops
    },
  }
}

function shareOfStops(loudness: Float32Array): number {
  const levels = Array.from({ length: framesPerSecond }, (_, frame) => levelOf(loudness, frame))
  const loudest = Math.max(...levels)
  return levels.filter((level) => level < loudest - stop).length / levels.length
}

/** Decibels. */
function levelOf(loudness: Float32Array, frame: number): number {
  const steps = loudness.subarray(frame * loudnessSteps, (frame + 1) * loudnessSteps)
  const sum = steps.reduce((total, step) => total + step, 0)
  return 10 * Math.log10(sum / loudnessSteps + 1e-10)
}
