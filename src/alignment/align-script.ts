import type { AcousticModel } from './acoustics/acoustic-model.ts'
import type { AlignmentOrder, AlignmentOutcome, AlignmentStep } from './aligned.ts'
import { createGrader } from './grading/grader.ts'
import type { Ear } from './hearing/ear.ts'
import { createHeardSoFar } from './hearing/heard-so-far.ts'
import { createSpeechRhythm } from './hearing/speech-rhythm.ts'
import { framesPerSecond } from './hearing/mel-cepstra.ts'
import { placeWords } from './onsets/place-words.ts'
import type { TimedWord } from './onsets/place-words.ts'
import { followText } from './search/follow-text.ts'
import { createWindowSearch } from './search/search-window.ts'
import { sectionsOf } from './sections.ts'
import type { SayableWords } from './spoken-in-model.ts'

/**
 * Of the words that are looked for, or of the sound, at least such a share is to be heard as words: else text and sound are
 * no pair. An hour may have a text of ten, and a text of a minute may be in an hour.
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
  let wordsHeard = 0
  let wordsSought = 0
  let framesHeard = 0
  let framesSought = 0
  for (const section of sectionsOf(order, spoken)) {
    for await (const decided of followText(search, section)) {
      const found = await placeWords(decided.heard, heard, decided)
      const placed = order.isOfThisSound ? withoutGapsAround(found, spoken.length) : found
      rhythm.take(await heard.loudness({ from: decided.since, to: decided.until }))
      heard.forgetBefore(decided.until - 2 * framesPerSecond)
      wordsHeard += placed.length
      wordsSought += decided.words.to - decided.words.from
      framesHeard += placed.reduce((sum, { frames }) => sum + frames, 0)
      framesSought += decided.until - decided.since
      const { words: aligned, doubts } = grader.grade(placed, decided)
      const next = spoken[decided.words.to]
      yield {
        heardUntil: decided.until / framesPerSecond,
        decidedLines: next ? next.line : order.script.lines.length,
        words: aligned,
        doubts,
      }
    }
  }
  const isPair =
    order.soFar !== null ||
    wordsHeard >= leastOfWords * wordsSought ||
    framesHeard >= leastOfSound * framesSought
  if (!isPair) {
    return { kind: 'refused', why: rhythm.soundsLikeSpeech() ? 'not-together' : 'no-speech' }
  }
  return { kind: 'aligned', method: 'heard', tally: grader.tally() }
}

const withoutGapsAround = (words: readonly TimedWord[], count: number): TimedWord[] =>
  words.map((word) => ({
    ...word,
    gapBefore: word.gapBefore && word.word > 0,
    gapAfter: word.gapAfter && word.word < count - 1,
  }))
