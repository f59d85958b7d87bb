import type { AcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'
import type { WordPosition } from '#alignment/acoustic-model/triphones.ts'
import type { FrameScores, ScoreRows } from '#alignment/decoding/viterbi.ts'
import { createDecodingGraph } from '#alignment/decoding/decoding-graph.ts'
import type { Pronunciations, DecodingGraph } from '#alignment/decoding/decoding-graph.ts'

/** Phone 0 is silence. */
export const silence = 0

/**
 * A model of few phones. `kinds`: number of variants of each, by neighbours and position; with 1 a phone
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

/** For each frame: a phone of the graph, silence, or noise unlike any phone. */
export type Heard = readonly (number | 'noise')[]

/**
 * Scores of unambiguous audio: 0 for the spoken phone, `otherwise` for all others. For graphs with one variant of each phone;
 * all three states of a phone fit its frames.
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

/** A scorer of precomputed scores for all frames. */
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
