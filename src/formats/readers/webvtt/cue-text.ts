import type { References } from '../../parsing/cues/html-references.ts'
import { readCueText } from './cue-text-tree.ts'

/** A run of a cue's text with the attributes that its tags give it. */
export interface CuePiece {
  readonly text: string
  readonly voice: string | null
  readonly language: string | null
  /** The last `<00:00:01.000>` before it; `null` before the first. */
  readonly stamp: number | null
}

export interface CueText {
  readonly pieces: readonly CuePiece[]
  /** A `<` that begins no tag and is never closed was kept as text. */
  readonly hasLooseBracket: boolean
}

/**
 * Cue text by the specification, as a list of runs. Two liberties for a reader: ruby is shown in
 * brackets behind its base, and text behind a `<` that is no tag at all and never closed, which the
 * specification loses, is kept.
 */
export function parseCueText(raw: string, references: References): CueText {
  const pieces: CuePiece[] = []
  const before: { voice: string | null; language: string | null }[] = []
  let voice: string | null = null
  let language: string | null = null
  let stamp: number | null = null
  let hasLooseBracket = false
  const say = (text: string) => {
    if (text !== '') pieces.push({ text, voice, language, stamp })
  }
  readCueText(raw, references, {
    text: say,
    open(tag, annotation) {
      before.push({ voice, language })
      if (tag === 'v') voice = annotation
      if (tag === 'lang') language = annotation
      if (tag === 'rt') say('(')
    },
    close(tag) {
      const outside = before.pop()!
      voice = outside.voice
      language = outside.language
      if (tag === 'rt') say(')')
    },
    timestamp(seconds) {
      stamp = seconds
    },
    loose(text) {
      hasLooseBracket = true
      say(text)
    },
  })
  return { pieces, hasLooseBracket }
}
