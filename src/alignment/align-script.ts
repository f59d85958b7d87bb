import type { AcousticModel } from './acoustic-model/acoustic-model.ts'
import { heardOf, nothingSoFar, withTallySoFar } from './alignment-result.ts'
import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from './alignment-result.ts'
import { createGrader } from './confidence/confidence-scorer.ts'
import { withoutRimGaps } from './confidence/section-edges.ts'
import type { Ear } from './scoring/acoustic-scorer.ts'
import { createHeardSoFar } from './scoring/score-cache.ts'
import { createSpeechRhythm } from './voice-activity/modulation-vad.ts'
import { framesPerSecond } from './acoustic-features/mel-cepstra.ts'
import { placeWords } from './onset-refinement/refine-onsets.ts'
import { followText } from './decoding/decode-section.ts'
import { createWindowSearch } from './decoding/decode-window.ts'
import type { SpokenWord } from './script.ts'
import { sectionsOf } from './sections.ts'
import type { SayableWords } from './pronounce-script.ts'

/**
 * Of the words that are looked for, or of the sound, at least such a share is to be heard as words: else text and sound are
 * no pair. An hour may have a text of ten, and a text of a minute may be in an hour. What an earlier run found
 * counts with the rest: a text does not become the right one because somebody stopped.
 */
const leastOfWords = 0.1
const leastOfSound = 0.15

/** Finds words in sound: see `Aligner.align`. */
export async function* alignScript(
  order: AlignmentOrder,
  { model, ear, words }: { model: AcousticModel; ear: Ear; words: SayableWords },
): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
  const { spoken, pronunciations } = words
  if (spoken.length === 0) return { kind: 'refused', why: 'nothing-to-say' }
  const heard = createHeardSoFar(model, ear, {
    frames: Math.ceil(order.duration * framesPerSecond),
  })
  const search = createWindowSearch(model, heard, pronunciations)
  const grader = createGrader(spoken)
  const rhythm = createSpeechRhythm()
  const isJoined = (word: number) => isOneStretch(spoken[word - 1], spoken[word])
  const sections = sectionsOf(order, spoken)
  const left = sections[0]!
  const soFar = order.soFar ?? nothingSoFar
  const decidedBefore = spoken.slice(0, left.words.from)
  let wordsHeard = heardOf(soFar, decidedBefore).length
  let wordsSought = decidedBefore.length
  let framesHeard = framesOf(soFar.words)
  let framesSought = left.frames.from - (order.stretch?.start ?? 0) * framesPerSecond
  for (const section of sections) {
    for await (const decided of followText(search, section, isJoined)) {
      const found = await placeWords(decided.heard, heard, decided)
      const placed = withoutRimGaps(found, section, { isOfThisSound: order.isOfThisSound === true })
      rhythm.take(await heard.loudness({ from: decided.since, to: decided.until }))
      heard.forgetBefore(decided.until - 2 * framesPerSecond)
      wordsHeard += placed.length
      wordsSought += decided.words.to - decided.words.from
      framesHeard += placed.reduce((sum, { frames }) => sum + frames, 0)
      framesSought += decided.until - decided.since
      const { words: aligned, issues } = grader.grade(placed, decided)
      const next = spoken[decided.words.to]
      yield {
        heardUntil: decided.until / framesPerSecond,
        decidedLines: next ? next.line : order.script.lines.length,
        words: aligned,
        issues,
      }
    }
  }
  const isPair =
    wordsHeard > 0 &&
    (wordsHeard >= leastOfWords * wordsSought || framesHeard >= leastOfSound * framesSought)
  if (!isPair) {
    return { kind: 'refused', why: rhythm.soundsLikeSpeech() ? 'not-together' : 'no-speech' }
  }
  const tally = withTallySoFar(grader.tally(), { soFar, decided: decidedBefore })
  return { kind: 'aligned', method: 'heard', tally }
}

const framesOf = (words: readonly AlignedWord[]) =>
  words.reduce((sum, { start, end }) => sum + (end - start) * framesPerSecond, 0)

/** Several words are what one stretch of the text, a number, is read as. */
const isOneStretch = (a: SpokenWord | undefined, b: SpokenWord | undefined) =>
  a !== undefined && b !== undefined && a.line === b.line && a.from === b.from
