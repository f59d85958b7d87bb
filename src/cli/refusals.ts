import { basename } from 'node:path'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'

export type AlignmentRefusal = Extract<AlignmentOutcome, { kind: 'refused' }>['why']

/** Names of files, and the language that the text was taken to be in. */
interface Refused {
  readonly sound: string
  readonly text: string
  readonly language: string
}

const sentences: Record<AlignmentRefusal, (refused: Refused) => string> = {
  'nothing-to-say': ({ text }) =>
    `${text} holds no word that is spoken. Check that it is the right file.`,
  'no-speech': ({ sound }) =>
    `No speech is heard in ${sound}. Check that it is the right recording.`,
  'not-together': ({ sound, text, language }) =>
    `${text} and ${sound} may not belong together: hardly any of the words are heard. Check the names, or say the text’s language with --language (it was taken as ${language}).`,
}

/** Why no times were found, and what to do. */
export const refusalOf = (
  why: AlignmentRefusal,
  { sound, text, language }: { sound: string; text: string | null; language: string },
): string =>
  sentences[why]({
    sound: basename(sound),
    text: text === null ? 'The draft' : basename(text),
    language,
  })
