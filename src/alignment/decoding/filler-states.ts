import { fillerWord } from './backpointers.ts'
import type { BackpointerTable } from './backpointers.ts'
import { createHypotheses, relax } from './hypotheses.ts'
import type { Hypotheses } from './hypotheses.ts'
import type { Penalties } from './penalties.ts'

/**
 * The states between two words: the three states of the silence phone, or the filler state. The filler consumes
 * audio at a penalty per frame, and skips text at a penalty per word without consuming audio.
 */
export interface FillerStates {
  /** Hypotheses from which a word after silence or filler may start. */
  readonly leaving: readonly Hypotheses[]
  /** Advances by one frame. `ended`: words that ended with the previous frame. */
  advance(frame: number, ended: Hypotheses, silence: { scores: Float32Array; row: number }): void
  readonly all: readonly Hypotheses[]
  /** Hypotheses in the filler state, one per word boundary. */
  readonly filler: Hypotheses
}

/** Nats. Makes silence next to a word the silence phone, not the filler state. */
const silenceInFillerPenalty = 0.5

/** `startInFiller`: the backpointer of a path that starts in the filler state; `null`: none does. */
export function createFillerStates(
  boundaries: number,
  {
    penalties,
    backpointers,
    startInFiller,
  }: { penalties: Penalties; backpointers: BackpointerTable; startInFiller: number | null },
): FillerStates {
  const first = createHypotheses(boundaries)
  const second = createHypotheses(boundaries)
  const third = createHypotheses(boundaries)
  const filler = createHypotheses(boundaries)
  if (startInFiller !== null) {
    filler.score[0] = 0
    filler.backpointer[0] = startInFiller
    skipWords()
  }

  function skipWords() {
    const { score, backpointer } = filler
    for (let boundary = 1; boundary < boundaries; boundary++) {
      const skipped = score[boundary - 1]! - penalties.skippedWord
      if (skipped > score[boundary]!) {
        score[boundary] = skipped
        backpointer[boundary] = backpointer[boundary - 1]!
      }
    }
  }

  function enterFiller(frame: number, boundary: number, ended: Hypotheses) {
    const entered = ended.score[boundary]! - penalties.fillerEntry
    if (entered <= filler.score[boundary]!) return
    filler.score[boundary] = entered
    filler.backpointer[boundary] = backpointers.add({
      word: fillerWord,
      start: frame,
      end: frame,
      previous: ended.backpointer[boundary]!,
      score: 0,
    })
  }

  return {
    leaving: [third, filler],
    all: [first, second, third, filler],
    filler,
    advance(frame, ended, { scores, row }) {
      const [silence0, silence1, silence2] = [scores[row]!, scores[row + 1]!, scores[row + 2]!]
      // Silence within the filler costs no more than silence elsewhere.
      const fillerScore = Math.max(
        -penalties.fillerFrame,
        Math.max(silence0, silence1, silence2) - silenceInFillerPenalty,
      )
      for (let boundary = 0; boundary < boundaries; boundary++) {
        relax(third, boundary, second)
        third.score[boundary]! += silence2
        relax(second, boundary, first)
        second.score[boundary]! += silence1
        relax(first, boundary, ended)
        first.score[boundary]! += silence0
        enterFiller(frame, boundary, ended)
        filler.score[boundary]! += fillerScore
      }
      skipWords()
    },
  }
}
