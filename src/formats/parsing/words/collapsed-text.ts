import type { Word } from '#transcript/transcript.ts'
import { secondsPerLetter } from '#transcript/speech-pace.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { timedWord } from './place-words.ts'

/** Collects text from markup piece by piece, collapsing white space to single blanks, together with its timed words. */
export interface CollapsedText {
  /** `word` is the timed element that contains this piece. Several pieces with the same `word` form one word. */
  add(piece: string, word?: RecognisedWord): void
  /** Adds a line break and removes the blanks around it. */
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
    add(piece, word) {
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

/** A word without a duration lasts until the next word; the last one for the usual time of its letters. */
function withEnds(words: readonly Word[]): Word[] {
  return Array.from(words, (word, index) => {
    if (word.end > word.start) return word
    const next = words[index + 1]?.start ?? word.start + (word.to - word.from) * secondsPerLetter
    return { ...word, end: Math.max(word.start, next), estimated: true }
  })
}
