import type { RecognisedWord } from './recognised-word.ts'

/** A word, or a punctuation mark that the recogniser returns as a separate item without times. */
export interface Token extends RecognisedWord {
  readonly isMark: boolean
  readonly beginsTurn?: boolean
}

export type GluedWord = RecognisedWord & { readonly beginsTurn?: boolean }

/** Opening marks are attached to the word after them: `¿Cómo?` */
const opening = /^[¿¡([{«“‘「『]+$/u

/** Attaches punctuation to the words it belongs to. Marks without any word are dropped. */
export function glueMarks(pieces: readonly Token[]): GluedWord[] {
  const words: GluedWord[] = []
  let before = ''
  let beginsTurn = false
  for (const { isMark, ...word } of pieces) {
    beginsTurn ||= word.beginsTurn === true
    const last = words.at(-1)
    const mark = word.text.trim()
    if (mark === '') continue
    if (isMark && (opening.test(mark) || last === undefined)) before += mark
    else if (isMark) words[words.length - 1] = { ...last!, text: last!.text + mark }
    else {
      words.push({ ...word, text: before + word.text.trim(), beginsTurn })
      before = ''
      beginsTurn = false
    }
  }
  return words
}
