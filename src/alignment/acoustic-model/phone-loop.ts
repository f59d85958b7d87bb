import type { AcousticModel } from './acoustic-model.ts'

/** Penalty for entering a phone, nats: without it, the best phone would change with every frame. */
const phoneEntry = 6

/**
 * Log likelihood of each frame in a phone loop (filler model): the best path through all monophones in any order. It
 * is the denominator of likelihood ratios. `scores`: the senones of the monophones, `frame * 3 * phones + state`.
 */
export function scorePhoneLoop(model: AcousticModel, scores: Float32Array): Float32Array {
  const { stay, leave, triphones } = model
  const states = 3 * triphones.phones.length
  const frames = scores.length / states
  const score = new Float64Array(states).fill(-phoneEntry)
  const perFrame = new Float32Array(frames)
  let before = 0
  let leaving = 0
  for (let frame = 0; frame < frames; frame++) {
    const row = frame * states
    let best = -Infinity
    let leaves = -Infinity
    for (let state = states - 1; state >= 0; state--) {
      const entering =
        state % 3 === 0 ? leaving - phoneEntry : score[state - 1]! + leave[state - 1]!
      const value = Math.max(score[state]! + stay[state]!, entering) + scores[row + state]!
      score[state] = value
      if (value > best) best = value
      if (state % 3 === 2 && value + leave[state]! > leaves) leaves = value + leave[state]!
    }
    leaving = leaves
    perFrame[frame] = best - before
    before = best
  }
  return perFrame
}
