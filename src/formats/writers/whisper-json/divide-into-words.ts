import type { Word } from '#transcript/transcript.ts'

/** A word as it is written, with the blank before it and the punctuation around it; `null`: it has no time. */
export interface WrittenWord {
  readonly text: string
  readonly timed: Word | null
}

/**
 * Divides a text into words whose texts together are the whole text. A timed word takes the punctuation beside it; text
 * without a time becomes words of its own, divided at blanks.
 */
export function divideIntoWords({
  text,
  words,
}: {
  readonly text: string
  readonly words: readonly Word[]
}): WrittenWord[] {
  const written: WrittenWord[] = []
  /** A blank or punctuation that belongs to the word after it. */
  let opening = ''

  function append(piece: string) {
    const last = written.at(-1)
    if (last) written[written.length - 1] = { ...last, text: last.text + piece }
    else opening += piece
  }
  function addUntimed(between: string, { isLast }: { isLast: boolean }) {
    const pieces = between.match(/\s*\S+|\s+$/gu) ?? []
    for (const [at, piece] of pieces.entries()) {
      const touchesNext = at === pieces.length - 1 && !isLast
      if (holdsWord.test(piece)) {
        written.push({ text: opening + piece, timed: null })
        opening = ''
      } else if (touchesNext && /^\s/.test(piece)) opening += piece
      else append(piece)
    }
  }

  let at = 0
  for (const word of words) {
    addUntimed(text.slice(at, word.from), { isLast: false })
    written.push({ text: opening + text.slice(word.from, word.to), timed: word })
    opening = ''
    at = word.to
  }
  addUntimed(text.slice(at), { isLast: true })
  return written
}

const holdsWord = /[\p{L}\p{N}]/u
