import type { SoundDecoder } from '#audio/decoding/sound-decoder.ts'
import { loadAcousticModel } from './acoustic-model/acoustic-model.ts'
import type { AlignmentOrder, AlignmentOutcome, AlignmentStep } from './alignment-result.ts'
import { alignScript } from './align-script.ts'
import { estimate } from './estimate.ts'
import { createEar } from './scoring/acoustic-scorer.ts'
import type { Ear } from './scoring/acoustic-scorer.ts'
import { createRememberingEar } from './scoring/recent-blocks.ts'
import { hearingOf } from './languages.ts'
import type { Hearing } from './languages.ts'
import type { ModelFiles } from './model-files.ts'
import { readDictionary } from './g2p/pronunciation-dictionary.ts'
import { createPronouncer } from './g2p/lexicon.ts'
import { sayableWords } from './pronounce-script.ts'
import { loadReadAloud } from './text-normalisation/normalise-script.ts'

/** Finds the words of scripts in sounds. */
export interface Aligner {
  /**
   * Gives what it finds as it finds it; ends with how it went. To stop it, return from the loop that reads it.
   * A decoder's sound is heard here; an ear may hear elsewhere, by the model of the same language.
   * Rejects with an Error whose message completes "The words could not be found:".
   */
  align(
    order: AlignmentOrder,
    sound: SoundDecoder | Ear,
  ): AsyncGenerator<AlignmentStep, AlignmentOutcome, void>
}

/** `language`: BCP 47. Rejects where its model cannot be loaded. */
export async function createAligner(wanted: {
  language: string
  files: ModelFiles
}): Promise<Aligner> {
  const hearing = hearingOf(wanted.language)
  return hearing ? createHearingAligner(wanted, hearing) : createEstimatingAligner(wanted.language)
}

async function createHearingAligner(
  { language, files }: { language: string; files: ModelFiles },
  { model: modelName, standing }: Hearing,
): Promise<Aligner> {
  const [model, dictionary, readAloud] = await Promise.all([
    loadAcousticModel(files, modelName),
    standing === 'own-model' ? files.read(`${modelName}/dict.txt`).then(readDictionary) : null,
    loadReadAloud(language),
  ])
  const pronouncer = createPronouncer({ language, dictionary })
  const ears = new WeakMap<SoundDecoder, Ear>()
  /** Of a draft, line after line is aligned: what is beside it has just been heard. */
  function earOf(sound: SoundDecoder | Ear): Ear {
    if ('hear' in sound) return sound
    const ear = ears.get(sound) ?? createRememberingEar(createEar(model, sound))
    ears.set(sound, ear)
    return ear
  }
  return {
    align(order, sound) {
      const words = sayableWords(readAloud(order.script), {
        pronouncer,
        triphones: model.triphones,
      })
      return alignScript(order, { model, ear: earOf(sound), words })
    },
  }
}

async function createEstimatingAligner(language: string): Promise<Aligner> {
  const readAloud = await loadReadAloud(language)
  return {
    async *align(order) {
      const spoken = readAloud(order.script)
      if (spoken.length === 0) return { kind: 'refused', why: 'nothing-to-say' }
      return yield* estimate(order, spoken)
    },
  }
}
