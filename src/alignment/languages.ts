import { acousticFiles } from './model-files.ts'
import type { SpeechModel } from './g2p/phones.ts'

/** Languages whose letters there are rules for, by their BCP 47 tags. */
export type RulesName = 'ar' | 'de' | 'en' | 'es' | 'fr' | 'it' | 'nl' | 'pt' | 'ru'

/** With what a language is heard. */
export interface Hearing {
  readonly model: SpeechModel
  readonly rules: RulesName
  /**
   * `letter-rules`: its letters are read onto the sounds of another language's model, and times are coarser.
   * `untried-rules`: so, too, but nobody has tried that on human voices.
   */
  readonly standing: 'own-model' | 'letter-rules' | 'untried-rules'
  /** English name of the language. */
  readonly name: string
}

const ownModel = 'own-model'
const letterRules = 'letter-rules'
const untriedRules = 'untried-rules'

const hearings: Readonly<Record<RulesName, Hearing>> = {
  en: { model: 'en-us', rules: 'en', standing: ownModel, name: 'English' },
  fr: { model: 'fr-fr', rules: 'fr', standing: ownModel, name: 'French' },
  es: { model: 'en-us', rules: 'es', standing: letterRules, name: 'Spanish' },
  it: { model: 'en-us', rules: 'it', standing: letterRules, name: 'Italian' },
  de: { model: 'en-us', rules: 'de', standing: untriedRules, name: 'German' },
  pt: { model: 'en-us', rules: 'pt', standing: untriedRules, name: 'Portuguese' },
  nl: { model: 'en-us', rules: 'nl', standing: untriedRules, name: 'Dutch' },
  ru: { model: 'en-us', rules: 'ru', standing: letterRules, name: 'Russian' },
  ar: { model: 'en-us', rules: 'ar', standing: untriedRules, name: 'Arabic' },
}

/** Written in other letters (`ru-Latn`), a language is not what its rules read. */
const scripts: Readonly<Partial<Record<RulesName, string>>> = { ar: 'Arab', ru: 'Cyrl' }

/**
 * With what a language is heard, by its BCP 47 tag, whatever its region: `en-GB`, `pt-BR`.
 * `null`: with nothing; times in it can only be estimated. Also for what is no tag at all.
 */
export function hearingOf(tag: string): Hearing | null {
  const locale = readTag(tag)
  if (locale === null || !Object.hasOwn(hearings, locale.language)) return null
  const hearing = hearings[locale.language as RulesName]
  const script = scripts[hearing.rules] ?? 'Latn'
  return locale.script === undefined || locale.script === script ? hearing : null
}

/** What a language is heard with, of all the models there are: another language's dictionary is of no use. */
export const partsOf = ({ model, standing }: Hearing): readonly string[] =>
  standing === ownModel ? [model] : acousticFiles.map((file) => `${model}/${file}`)

/** What the listener is to know about times in a language: with what they are found, and how good they are. */
export function sayHearing(tag: string): string {
  const hearing = hearingOf(tag)
  if (hearing === null)
    return 'There is no speech model for this language: times are estimated from the length of the text, and can be off by seconds.'
  const { name, standing } = hearing
  if (standing === ownModel) return `Timed with the ${name} speech model and its dictionary.`
  const rules = `Timed with the English speech model and rules for ${name} letters`
  return standing === letterRules
    ? `${rules}: most lines are right, single words less often.`
    : `${rules}, which have not been tried on human voices yet.`
}

function readTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return null
  }
}
