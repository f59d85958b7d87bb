import { basename } from 'node:path'
import { describeLanguageSupport } from '#alignment/languages.ts'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'

/** `not-english`: hardly any word of a draft is what is said. */
export type AlignmentRefusal = Extract<AlignmentOutcome, { kind: 'refused' }>['why'] | 'not-english'

/** File names, and the language that was assumed. */
interface Refused {
  readonly sound: string
  readonly text: string
  readonly language: string
}

const sentences: Record<AlignmentRefusal, (refused: Refused) => string> = {
  'nothing-to-say': ({ text }) =>
    `${text} contains no spoken words. Check that it is the right file.`,
  'no-speech': ({ sound }) =>
    `No speech was found in ${sound}. Check that it is the right recording.`,
  'not-english': ({ sound }) =>
    `The speech in ${sound} does not seem to be English, the only language in which drafts can be written: hardly any word of the draft is what is said. Nothing was written. Give a transcript.`,
  'not-together': ({ sound, text, language }) =>
    `${text} and ${sound} may not belong together: hardly any of the words were found. Check the names, or state the language with --language (${language} was assumed).`,
}

/** The language that was assumed, or found, of a text whose times are estimated. */
export function estimatedNote(language: string): string {
  const spoken = language === 'und' ? 'an unknown language' : languageName(language)
  return `The text is taken to be in ${spoken}. ${describeLanguageSupport(language)} State the language with --language if it is another.`
}

/** Where the model is another language's, and hardly any word was found. */
export const hardlyFoundNote = ({
  sound,
  text,
  language,
}: {
  sound: string
  text: string | null
  language: string
}): string =>
  `Hardly any of the words were found with the model that there is for ${languageName(language)}: times are estimated from the length of the text, and can be off by seconds. Check that ${basename(text ?? sound)} and ${basename(sound)} belong together.`

export const unheardNote = (cues: number): string =>
  `${cues === 1 ? '1 cue was' : `${cues} cues were`} not heard, and ${cues === 1 ? 'is' : 'are'} kept at about the time ${cues === 1 ? 'it' : 'they'} had.`

const languageName = (tag: string) =>
  new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag

/** A sentence that says why no times were found, and what to do. */
export const refusalOf = (
  why: AlignmentRefusal,
  { sound, text, language }: { sound: string; text: string | null; language: string },
): string =>
  sentences[why]({
    sound: basename(sound),
    text: text === null ? 'The draft' : basename(text),
    language,
  })
