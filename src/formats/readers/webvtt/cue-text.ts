import type { References } from '../../parsing/cues/html-references.ts'
import { readCueText, type CueTextReader } from './cue-text-tree.ts'

/** A run of a cue's text with the attributes from its tags. */
export interface CuePiece {
  readonly text: string
  readonly voice: string | null
  readonly language: string | null
  /** The last timestamp before it, such as `<00:00:01.000>`; `null` before the first. */
  readonly stamp: number | null
}

export interface CueText {
  readonly pieces: readonly CuePiece[]
  /** The text contains a `<` that begins no tag and is never closed. */
  readonly hasLooseBracket: boolean
}

/**
 * Creates a parser that turns cue text into a list of runs by the specification, with two differences for readability:
 * ruby text follows its base in brackets, and text after a `<` that begins no tag and is never closed is kept.
 */
export function createCueTextParser(references: References): (raw: string) => CueText {
  let pieces: CuePiece[] = []
  let before: { voice: string | null; language: string | null }[] = []
  let voice: string | null = null
  let language: string | null = null
  let stamp: number | null = null
  let hasLooseBracket = false
  const addPiece = (text: string) => {
    if (text !== '') pieces.push({ text, voice, language, stamp })
  }
  const reader: CueTextReader = {
    text: addPiece,
    open(tag, annotation) {
      before.push({ voice, language })
      if (tag === 'v') voice = annotation
      if (tag === 'lang') language = annotation
      if (tag === 'rt') addPiece('(')
    },
    close(tag) {
      const outside = before.pop()!
      voice = outside.voice
      language = outside.language
      if (tag === 'rt') addPiece(')')
    },
    timestamp(seconds) {
      stamp = seconds
    },
    loose(text) {
      hasLooseBracket = true
      addPiece(text)
    },
  }
  return (raw) => {
    pieces = []
    before = []
    voice = null
    language = null
    stamp = null
    hasLooseBracket = false
    readCueText(raw, references, reader)
    return { pieces, hasLooseBracket }
  }
}
