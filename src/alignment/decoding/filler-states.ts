import type { Costs } from './viterbi.ts'
import { aGap } from './backpointers.ts'
import type { PathRecords } from './backpointers.ts'
import { createTokens, offer } from './hypotheses.ts'
import type { Tokens } from './hypotheses.ts'

/**
 * What there may be between two words: silence, three states of it, or a gap. A gap goes on through the sound at a
 * cost for each frame, and through the text at a cost for each word, without taking time.
 */
export interface Pauses {
  /** Where words that follow a pause may come from, as it stands. */
  readonly leaving: readonly Tokens[]
  /** Goes on by a frame; `ended`: the words that ended with the frame before. */
  advance(frame: number, ended: Tokens, silence: { scores: Float32Array; row: number }): void
  readonly all: readonly Tokens[]
  /** The paths that are in a gap: one at each place. */
  readonly gap: Tokens
}

/** So that silence beside a word is silence, and not a gap. */
const pauseInGap = 0.5

export function createPauses(
  places: number,
  { costs, records, inGap }: { costs: Costs; records: PathRecords; inGap: number | null },
): Pauses {
  const [first, second, third] = [createTokens(places), createTokens(places), createTokens(places)]
  const gap = createTokens(places)
  if (inGap !== null) {
    gap.score[0] = 0
    gap.record[0] = inGap
    moveThroughText()
  }

  function moveThroughText() {
    const { score, record } = gap
    for (let place = 1; place < places; place++) {
      const moved = score[place - 1]! - costs.gapWord
      if (moved > score[place]!) {
        score[place] = moved
        record[place] = record[place - 1]!
      }
    }
  }

  function openGap(frame: number, place: number, ended: Tokens) {
    const opened = ended.score[place]! - costs.openGap
    if (opened <= gap.score[place]!) return
    gap.score[place] = opened
    gap.record[place] = records.add({
      word: aGap,
      start: frame,
      end: frame,
      before: ended.record[place]!,
      score: 0,
    })
  }

  return {
    leaving: [third, gap],
    all: [first, second, third, gap],
    gap,
    advance(frame, ended, { scores, row }) {
      const [quiet0, quiet1, quiet2] = [scores[row]!, scores[row + 1]!, scores[row + 2]!]
      // A pause in a gap is no dearer than anywhere else.
      const gapScore = Math.max(-costs.gapFrame, Math.max(quiet0, quiet1, quiet2) - pauseInGap)
      for (let place = 0; place < places; place++) {
        offer(third, place, second)
        third.score[place]! += quiet2
        offer(second, place, first)
        second.score[place]! += quiet1
        offer(first, place, ended)
        first.score[place]! += quiet0
        openGap(frame, place, ended)
        gap.score[place]! += gapScore
      }
      moveThroughText()
    },
  }
}
