import type { AcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'
import type { WordPosition } from '#alignment/acoustic-model/triphones.ts'
import type { FrameScores, ScoreRows } from '#alignment/decoding/viterbi.ts'
import { createDecodingGraph } from '#alignment/decoding/decoding-graph.ts'
import type { Pronunciations, DecodingGraph } from '#alignment/decoding/decoding-graph.ts'

/** Phone 0 is silence. */
export const silence = 0

/**
 * A model of few phones. `kinds` is how many kinds of each there are, by neighbours and position: with 1 a phone
 * sounds the same everywhere.
 */
export function tinyModel({ phones, kinds }: { phones: number; kinds: number }) {
  const positions: readonly WordPosition[] = ['inside', 'begin', 'end', 'single']
  const senones = 3 * phones * kinds
  const triphones: AcousticModel['triphones'] = {
    phones: Array.from({ length: phones }, (_, phone) => `P${phone}`),
    silence,
    senones,
    phoneOfSenone: Uint8Array.from({ length: senones }, (_, at) => Math.floor(at / 3 / kinds)),
    statesOf({ phone, left, right, position }) {
      const kind = (left * 7 + right * 3 + positions.indexOf(position)) % kinds
      const first = 3 * (phone * kinds + kind)
      return [first, first + 1, first + 2]
    },
  }
  const stay = Float32Array.from({ length: 3 * phones }, (_, state) =>
    Math.log(0.5 + (state % 5) / 20),
  )
  const leave = stay.map((each) => Math.log(1 - Math.exp(each)))
  return { triphones, stay, leave } as AcousticModel
}

export const graphOf = (words: readonly Pronunciations[], kinds = 1): DecodingGraph =>
  createDecodingGraph(tinyModel({ phones: 12, kinds }), words)

/** In each frame: a phone of the graph's, silence, or a noise that is like nothing. */
export type Heard = readonly (number | 'noise')[]

/**
 * The scores of sound in which it is plain what is said: 0 for what it is, `otherwise` for all else. For graphs of one
 * kind of each phone; all three states of a phone fit its frames.
 */
export function plainScores(graph: DecodingGraph, heard: Heard, otherwise = -20): FrameScores {
  const rows = heard.flatMap((phone) =>
    Array.from(graph.senones, (senone) => (Math.floor(senone / 3) === phone ? 0 : otherwise)),
  )
  const quiet = heard.flatMap((phone) => Array<number>(3).fill(phone === silence ? 0 : otherwise))
  return scoresOf(heard.length, {
    senones: Float32Array.from(rows),
    silence: Float32Array.from(quiet),
  })
}

/** Scores that are there already, for all of the frames. */
export function scoresOf(frames: number, { senones, silence }: ScoreRows): FrameScores {
  const width = senones.length / Math.max(1, frames)
  return {
    frames,
    read: (from, to) => ({
      senones: senones.slice(from * width, to * width),
      silence: silence.slice(3 * from, 3 * to),
    }),
  }
}
