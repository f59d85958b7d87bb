import type { Word } from '#transcript/transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { timedWord } from './place-words.ts'

/** Writes down a text in markup, piece by piece, its white space as one blank, and the words that have times. */
export interface CollapsedText {
  /** `word` is the element around this piece; several pieces of one are one word. */
  say(piece: string, word?: RecognisedWord): void
  /** A line break, whatever stands around it. */
  breakLine(): void
  readonly isBlank: boolean
  result(): { text: string; words: Word[] }
}

export function createCollapsedText(): CollapsedText {
  const pieces: string[] = []
  const places = new Map<RecognisedWord, { from: number; to: number }>()
  let length = 0
  let endsInBlank = true
  const push = (piece: string) => {
    pieces.push(piece)
    length += piece.length
    endsInBlank = /[ \n]$/.test(piece)
  }
  return {
    say(piece, word) {
      const collapsed = piece.replace(/[ \t\n\f]+/g, ' ')
      const shown = endsInBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
      if (shown === '') return
      const from = length + shown.length - shown.trimStart().length
      const to = length + shown.trimEnd().length
      push(shown)
      if (word !== undefined && from < to) {
        places.set(word, { from: places.get(word)?.from ?? from, to })
      }
    },
    breakLine() {
      push('\n')
    },
    get isBlank() {
      return places.size === 0 && pieces.every((piece) => piece.trim() === '')
    },
    result() {
      const words = Array.from(places, ([word, place]) => timedWord(word, place))
      return { text: pieces.join(''), words: withEnds(words.filter((word) => word !== null)) }
    },
  }
}

/** Seconds a letter, for a last word that does not say how long it is. */
const usualPace = 0.06

/** A word that has no length lasts until the next; the last one as long as it takes to say. */
function withEnds(words: readonly Word[]): Word[] {
  return Array.from(words, (word, index) => {
    if (word.end > word.start) return word
    const next = words[index + 1]?.start ?? word.start + (word.to - word.from) * usualPace
    return { ...word, end: Math.max(word.start, next), estimated: true }
  })
}
