import { decodeReferences } from '../cues/character-references.ts'
import { parseTimestamp } from './timing.ts'

/** A stretch of a cue's text with all that its tags say of it. */
export interface Piece {
  readonly text: string
  readonly voice: string | null
  readonly language: string | null
  /** The last `<00:00:01.000>` before it; `null` before the first. */
  readonly stamp: number | null
}

export interface CueText {
  readonly pieces: readonly Piece[]
  /** A `<` that begins no tag and is never closed was kept as text. */
  readonly hasLooseBracket: boolean
}

interface Open {
  readonly tag: string
  readonly voice: string | null
  readonly language: string | null
}

const tags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])

/**
 * Cue text by the specification's tokenizer and tree rules, flattened on the way, so that nesting costs
 * nothing: https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules. Two liberties for a reader: ruby is
 * shown in brackets behind its base, and text behind a `<` that is no tag at all and never closed, which
 * the specification loses, is kept.
 */
export function parseCueText(raw: string): CueText {
  const pieces: Piece[] = []
  const open: Open[] = []
  let voice: string | null = null
  let language: string | null = null
  let stamp: number | null = null
  const say = (text: string) => {
    if (text !== '') pieces.push({ text, voice, language, stamp })
  }
  const leave = () => {
    const left = open.pop()!
    voice = left.voice
    language = left.language
    if (left.tag === 'rt') say(')')
  }

  let at = 0
  while (at < raw.length) {
    const bracket = raw.indexOf('<', at)
    say(decodeReferences(raw.slice(at, bracket === -1 ? raw.length : bracket)))
    if (bracket === -1) break
    const closing = raw.indexOf('>', bracket + 1)
    const content = raw.slice(bracket + 1, closing === -1 ? raw.length : closing)
    if (closing === -1 && !isTag(content)) {
      say(decodeReferences(raw.slice(bracket)))
      return { pieces, hasLooseBracket: true }
    }
    at = closing === -1 ? raw.length : closing + 1

    if (/^\d/.test(content)) {
      stamp = parseTimestamp(content) ?? stamp
    } else if (content.startsWith('/')) {
      const tag = content.slice(1)
      const current = open.at(-1)?.tag
      if (tag === 'ruby' && current === 'rt') leave()
      else if (tag !== current) continue
      leave()
    } else {
      const tag = tagName(content)
      if (!tags.has(tag) || (tag === 'rt' && open.at(-1)?.tag !== 'ruby')) continue
      open.push({ tag, voice, language })
      if (tag === 'v') voice = annotationOf(content)
      if (tag === 'lang') language = annotationOf(content)
      if (tag === 'rt') say('(')
    }
  }
  // an unclosed <rt>
  while (open.length > 0) leave()
  return { pieces, hasLooseBracket: false }
}

function isTag(content: string): boolean {
  if (/^\d/.test(content)) return parseTimestamp(content) !== null
  return tags.has(tagName(content.startsWith('/') ? content.slice(1) : content))
}

function tagName(content: string): string {
  return /^[^ \t\n\f.]*/.exec(content)![0]
}

function annotationOf(content: string): string {
  const blank = content.search(/[ \t\n\f]/)
  return blank === -1 ? '' : decodeReferences(content.slice(blank)).replace(/\s+/g, ' ').trim()
}
