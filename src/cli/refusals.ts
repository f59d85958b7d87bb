import { basename } from 'node:path'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'

export type AlignmentRefusal = Extract<AlignmentOutcome, { kind: 'refused' }>['why']

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
  'not-together': ({ sound, text, language }) =>
    `${text} and ${sound} may not belong together: hardly any of the words were found. Check the names, or state the language with --language (${language} was assumed).`,
}

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
