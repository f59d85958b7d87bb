import { isMark } from './single-words.ts'
import { unspacedScript, type TurnWord } from './compose-turns.ts'

/** A part of a recognised text: a word, a part of one, a blank, a punctuation mark, or a sound. */
export interface Piece extends TurnWord {
  readonly isSound?: boolean
}

/** The share of pieces with blanks from which on blanks part the words. */
const someBlanks = 0.15

/**
 * Joins pieces to words. If the pieces bring blanks, before them or as pieces of their own, a piece without one
 * continues the word before it; if they do not, each is a word, and only punctuation is attached. A sound stands alone
 * and has no speaker.
 */
export function joinPieces(written: readonly Piece[]): TurnWord[] {
  const pieces = written.map((piece) => ({ ...piece, text: piece.text.replaceAll('▁', ' ') }))
  const bringsBlanks = doBringBlanks(pieces)
  const words: TurnWord[] = []
  let isParted = true
  let wasSound = false
  for (const { isSound = false, ...piece } of pieces) {
    if (piece.text.trim() === '') {
      isParted ||= piece.text !== ''
      continue
    }
    const last = words.at(-1)
    const isContinued = bringsBlanks
      ? !isParted && !/^\s/.test(piece.text) && !beginsAnew(piece.text)
      : isMark(piece.text)
    const isSameTurn = !isSound && !wasSound && piece.beginsTurn !== true
    const isSameSpeaker = isMark(piece.text) || piece.speaker === last?.speaker
    if (last !== undefined && isContinued && isSameTurn && isSameSpeaker) {
      words[words.length - 1] = join(last, piece)
    } else {
      const word = isSound ? { ...piece, speaker: undefined } : piece
      words.push(isSound || (wasSound && last !== undefined) ? { ...word, beginsTurn: true } : word)
    }
    isParted = /\s$/.test(piece.text)
    wasSound = isSound
  }
  return words
}

function doBringBlanks(pieces: readonly Piece[]): boolean {
  const inner = pieces.slice(1).filter(({ text }) => text.trim() === '' || !isMark(text))
  const blank = inner.filter(({ text }) => /^\s/.test(text) || /\s$/.test(text))
  return blank.length > 0 && blank.length >= inner.length * someBlanks
}

function beginsAnew(text: string): boolean {
  return unspacedScript.test(text.slice(0, 1)) && !isMark(text)
}

function join(before: TurnWord, part: TurnWord): TurnWord {
  const confidence =
    before.confidence === null || part.confidence === null || isMark(part.text)
      ? before.confidence
      : Math.min(before.confidence, part.confidence)
  const end = Math.max(before.end ?? -Infinity, part.end ?? -Infinity)
  return {
    ...before,
    text: before.text.trimEnd() + part.text,
    start: before.start ?? part.start,
    end: Number.isFinite(end) ? end : before.end,
    confidence,
  }
}
