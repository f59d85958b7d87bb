/** Loudness around the decoded start of a word: mean squares of 2.5 ms steps. */
export interface OnsetContext {
  readonly loudness: Float32Array
  /** The decoded start and end of the word, in steps. */
  readonly at: number
  readonly end: number
  /** The end of the previous word, in steps: a lower bound of the onset. */
  readonly before: number
}

export interface Onset {
  /** In steps. */
  readonly at: number
  /** Level of the word above the pause before it, decibels. */
  readonly contrast: number
}

const stepsASecond = 400
const around = 0.3 * stepsASecond
/** The onset threshold: this far below the peak of the word, or above the pause, whichever is higher. Decibels. */
const belowSpeech = 32
const abovePause = 2
/** Silence within a word, as of a stop consonant. */
const closure = 0.04 * stepsASecond
/** Anything louder for less than this is a click. */
const leastSpeech = 0.02 * stepsASecond
/** Decibels: a smaller rise does not stand out from the pause. */
export const faintRise = 7

/**
 * Onset refinement: where the energy of a word rises out of the pause before it. The decoder is accurate to about three
 * frames, and may start a word too early in a noisy pause.
 */
export function findOnset({ loudness, at, end, before }: OnsetContext): Onset {
  const from = Math.max(before, at - around, 0)
  const to = Math.min(loudness.length, end, at + 4 * around)
  const smooth = smoothed(loudness, from, to)
  if (smooth.length < 3) return { at, contrast: 0 }
  const near = Math.min(smooth.length, Math.max(1, at - from + around))
  const speech = smooth
    .subarray(Math.max(0, at - from))
    .reduce((most, value) => Math.max(most, value), -200)
  const pause = pauseLevel(smooth.subarray(0, near))
  const contrast = speech - pause
  if (contrast < faintRise) return { at, contrast }
  const bar = Math.max(pause + abovePause, speech - belowSpeech)
  const isLoud = (step: number) => smooth[step]! >= bar

  let inside = Math.min(smooth.length - 1, at - from)
  if (!isLoud(inside)) {
    while (inside < smooth.length && !staysLoud(inside)) inside++
    return inside < smooth.length ? { at: inside + from, contrast } : { at, contrast }
  }
  let onset = inside
  let quiet = 0
  for (let step = inside; step >= 0 && quiet <= closure; step--) {
    if (isLoud(step)) {
      onset = step
      quiet = 0
    } else quiet++
  }
  return { at: onset + from, contrast }

  function staysLoud(step: number): boolean {
    for (let ahead = 0; ahead < leastSpeech; ahead++) {
      if (step + ahead < smooth.length && !isLoud(step + ahead)) return false
    }
    return true
  }
}

/** The peak level of the quietest 50 ms: noise fluctuates. */
function pauseLevel(levels: Float32Array): number {
  const length = Math.min(levels.length, 0.05 * stepsASecond)
  let quietest = Infinity
  for (let from = 0; from + length <= levels.length; from++) {
    let loudest = -Infinity
    for (let step = from; step < from + length; step++) loudest = Math.max(loudest, levels[step]!)
    quietest = Math.min(quietest, loudest)
  }
  return quietest
}

/** Levels in decibels, smoothed over 7.5 ms. */
function smoothed(loudness: Float32Array, from: number, to: number): Float32Array {
  const silence = 1e-12
  return Float32Array.from({ length: Math.max(0, to - from) }, (_, place) => {
    const step = from + place
    const sum =
      (loudness[step - 1] ?? loudness[step]!) +
      loudness[step]! +
      (loudness[step + 1] ?? loudness[step]!)
    return 10 * Math.log10(sum / 3 + silence)
  })
}
