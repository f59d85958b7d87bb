import type { AcousticModel } from './acoustic-model/acoustic-model.ts'
import { matchedWords, nothingSoFar, withTallySoFar } from './alignment-result.ts'
import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from './alignment-result.ts'
import { framesPerSecond } from './acoustic-features/frames.ts'
import { createConfidenceScorer } from './confidence/confidence-scorer.ts'
import { withoutEdgeFillers } from './confidence/section-edges.ts'
import { decodeSection } from './decoding/decode-section.ts'
import { createWindowDecoder } from './decoding/decode-window.ts'
import { refineOnsets } from './onset-refinement/refine-onsets.ts'
import type { PronouncedScript } from './pronounce-script.ts'
import type { AcousticScorer } from './scoring/acoustic-scorer.ts'
import { createScoreCache } from './scoring/score-cache.ts'
import type { ScriptWord } from './script.ts'
import { sectionsOf } from './sections.ts'
import { createModulationVad } from './voice-activity/modulation-vad.ts'

/**
 * Text and audio belong together if at least this share of the words, or of the audio, is matched: an hour of audio may
 * have a text of ten minutes, and the text of a minute may lie in an hour. Words matched before an interruption count.
 */
const minShareOfWords = 0.1
const minShareOfAudio = 0.15

/** Aligns a script whose words have pronunciations: see `Aligner.align`. */
export async function* alignScript(
  order: AlignmentOrder,
  {
    model,
    scorer,
    pronounced,
  }: { model: AcousticModel; scorer: AcousticScorer; pronounced: PronouncedScript },
): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
  const { words, pronunciations } = pronounced
  if (words.length === 0) return { kind: 'refused', why: 'nothing-to-say' }
  const scoreCache = createScoreCache(model, scorer, {
    frames: Math.ceil(order.duration * framesPerSecond),
  })
  const decodeWindow = createWindowDecoder(model, scoreCache, pronunciations)
  const confidence = createConfidenceScorer(words)
  const vad = createModulationVad()
  const isJoined = (word: number) => haveSameSpan(words[word - 1], words[word])
  const sections = sectionsOf(order, words)
  const first = sections[0]!
  const soFar = order.soFar ?? nothingSoFar
  const decidedBefore = words.slice(0, first.words.from)
  let wordsMatched = matchedWords(soFar, decidedBefore).length
  let wordsDecided = decidedBefore.length
  let framesMatched = framesOf(soFar.words)
  let framesDecided = first.frames.from - (order.range?.start ?? 0) * framesPerSecond
  for (const section of sections) {
    for await (const part of decodeSection(decodeWindow, section, isJoined)) {
      const refined = await refineOnsets(part.matched, scoreCache, part)
      const timed = withoutEdgeFillers(refined, section, {
        isOfThisAudio: order.isOfThisAudio === true,
      })
      vad.add(await scoreCache.loudness({ from: part.since, to: part.until }))
      scoreCache.evictBefore(part.until - 2 * framesPerSecond)
      wordsMatched += timed.length
      wordsDecided += part.words.to - part.words.from
      framesMatched += timed.reduce((sum, { frames }) => sum + frames, 0)
      framesDecided += part.until - part.since
      const { words: aligned, issues } = confidence.score(timed, part)
      const next = words[part.words.to]
      yield {
        heardUntil: part.until / framesPerSecond,
        decidedLines: next ? next.line : order.script.lines.length,
        words: aligned,
        issues,
      }
    }
  }
  const belongTogether =
    wordsMatched > 0 &&
    (wordsMatched >= minShareOfWords * wordsDecided ||
      framesMatched >= minShareOfAudio * framesDecided)
  if (!belongTogether) {
    return { kind: 'refused', why: vad.isSpeech() ? 'not-together' : 'no-speech' }
  }
  const tally = withTallySoFar(confidence.tally(), { soFar, decided: decidedBefore })
  return { kind: 'aligned', method: 'heard', tally }
}

const framesOf = (words: readonly AlignedWord[]) =>
  words.reduce((sum, { start, end }) => sum + (end - start) * framesPerSecond, 0)

/** Several words may be the spoken form of one span of text, such as a number. */
const haveSameSpan = (a: ScriptWord | undefined, b: ScriptWord | undefined) =>
  a !== undefined && b !== undefined && a.line === b.line && a.from === b.from
