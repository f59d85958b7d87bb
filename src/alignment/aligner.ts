import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { loadAcousticModel } from './acoustic-model/acoustic-model.ts'
import { alignScript } from './align-script.ts'
import type { AlignmentOrder, AlignmentOutcome, AlignmentStep } from './alignment-result.ts'
import { estimateByLength } from './estimate.ts'
import { createLexicon } from './g2p/lexicon.ts'
import { readDictionary } from './g2p/pronunciation-dictionary.ts'
import { languageSupport } from './languages.ts'
import type { LanguageSupport } from './languages.ts'
import type { ModelFiles } from './model-files.ts'
import { pronounceScript } from './pronounce-script.ts'
import { createAcousticScorer } from './scoring/acoustic-scorer.ts'
import type { AcousticScorer } from './scoring/acoustic-scorer.ts'
import { createCachingScorer } from './scoring/caching-scorer.ts'
import { loadScriptNormaliser } from './text-normalisation/normalise-script.ts'

/** Forced alignment: finds when the words of a script are spoken in audio. */
export interface Aligner {
  /**
   * Yields results as they become final, and returns the outcome. To stop, return from the loop that reads it.
   * `audio`: a decoder, whose audio is scored on this thread, or a scorer with the model of the same language that
   * scores elsewhere. Rejects with an Error whose message completes "The words could not be found:".
   */
  align(
    order: AlignmentOrder,
    audio: RecordingDecoder | AcousticScorer,
  ): AsyncGenerator<AlignmentStep, AlignmentOutcome, void>
}

/**
 * `language`: BCP 47. Without a model for the language, times are estimated. Rejects if the language's model cannot be
 * loaded.
 */
export async function createAligner(options: {
  language: string
  files: ModelFiles
}): Promise<Aligner> {
  const support = languageSupport(options.language)
  return support
    ? createAcousticAligner(options, support)
    : createEstimatingAligner(options.language)
}

async function createAcousticAligner(
  { language, files }: { language: string; files: ModelFiles },
  { model: modelName, quality }: LanguageSupport,
): Promise<Aligner> {
  const [model, dictionary, normalise] = await Promise.all([
    loadAcousticModel(files, modelName),
    quality === 'own-model' ? files.read(`${modelName}/dict.txt`).then(readDictionary) : null,
    loadScriptNormaliser(language),
  ])
  const lexicon = createLexicon({ language, dictionary })
  const scorers = new WeakMap<RecordingDecoder, AcousticScorer>()
  /** A draft is aligned line by line, and most lines lie in a block that was just scored. */
  function scorerOf(audio: RecordingDecoder | AcousticScorer): AcousticScorer {
    if ('scoreBlock' in audio) return audio
    const scorer = scorers.get(audio) ?? createCachingScorer(createAcousticScorer(model, audio))
    scorers.set(audio, scorer)
    return scorer
  }
  return {
    align(order, audio) {
      const pronounced = pronounceScript(normalise(order.script), {
        lexicon,
        triphones: model.triphones,
      })
      return alignScript(order, { model, scorer: scorerOf(audio), pronounced })
    },
  }
}

async function createEstimatingAligner(language: string): Promise<Aligner> {
  const normalise = await loadScriptNormaliser(language)
  return {
    async *align(order) {
      const words = normalise(order.script)
      if (words.length === 0) return { kind: 'refused', why: 'nothing-to-say' }
      return yield* estimateByLength(order, words)
    },
  }
}
