import type { AcousticModel } from './acoustic-model.ts'

/** What it costs to begin another phone: without it, the best row of phones would change with every frame. */
const newPhone = 6

/**
 * How well the best row of phones, whatever they mean, explains each frame: what speech would have scored if it were
 * not known what is said. `scores`: three for each phone and frame, of phones without neighbours.
 */
export function bestPhones(model: AcousticModel, scores: Float32Array): Float32Array {
  const { stay, leave, triphones } = model
  const states = 3 * triphones.phones.length
  const frames = scores.length / states
  const score = new Float64Array(states).fill(-newPhone)
  const background = new Float32Array(frames)
  let before = 0
  let left = 0
  for (let frame = 0; frame < frames; frame++) {
    const row = frame * states
    let best = -Infinity
    let leaves = -Infinity
    for (let state = states - 1; state >= 0; state--) {
      const enters = state % 3 === 0 ? left - newPhone : score[state - 1]! + leave[state - 1]!
      const value = Math.max(score[state]! + stay[state]!, enters) + scores[row + state]!
      score[state] = value
      if (value > best) best = value
      if (state % 3 === 2 && value + leave[state]! > leaves) leaves = value + leave[state]!
    }
    left = leaves
    background[frame] = best - before
    before = best
  }
  return background
}
