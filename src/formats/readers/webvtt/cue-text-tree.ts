import type { References } from '../../parsing/cues/html-references.ts'
import { timestampAtStart } from './timing.ts'

/** Callbacks for a cue's text in document order. Every opened tag is closed. */
export interface CueTextReader {
  text(text: string): void
  /** `annotation` is the name of a voice or the tag of a language; empty for other tags. */
  open(tag: string, annotation: string): void
  close(tag: string): void
  timestamp(seconds: number): void
  /** Text after a `<` that begins no tag and is never closed, which the specification drops. */
  loose(text: string): void
}

const tags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])

/**
 * Parses cue text by the specification's tokenizer and tree construction, and reports it by callbacks. It builds no
 * tree, so deep nesting is harmless: https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules. Classes are ignored. Unlike
 * the specification, but like all browsers, it accepts more text in a tag after a timestamp,
 * and `<br>` is a line break.
 */
export function readCueText(raw: string, references: References, reader: CueTextReader): void {
  const open: string[] = []
  let at = 0
  while (at < raw.length) {
    const bracket = raw.indexOf('<', at)
    const end = bracket === -1 ? raw.length : bracket
    if (end > at) reader.text(references.decode(raw.slice(at, end)))
    if (bracket === -1) break
    const closing = raw.indexOf('>', bracket + 1)
    const content = raw.slice(bracket + 1, closing === -1 ? raw.length : closing)
    if (closing === -1 && !isTag(content)) {
      reader.loose(references.decode(raw.slice(bracket)))
      break
    }
    at = closing === -1 ? raw.length : closing + 1

    if (beginsWithDigit(content)) {
      const seconds = timestampAtStart(content)
      if (seconds !== null) reader.timestamp(seconds)
    } else if (content.startsWith('/')) {
      const tag = content.slice(1)
      const current = open.at(-1)
      if (tag === 'ruby' && current === 'rt') reader.close(open.pop()!)
      else if (tag !== current) continue
      reader.close(open.pop()!)
    } else {
      const tag = tagName(content)
      // found in files of web pages; browsers drop it, which would glue two words together
      if (/^br\/?$/i.test(tag)) reader.text('\n')
      if (!tags.has(tag) || (tag === 'rt' && open.at(-1) !== 'ruby')) continue
      open.push(tag)
      reader.open(tag, tag === 'v' || tag === 'lang' ? annotationOf(content, references) : '')
    }
  }
  while (open.length > 0) reader.close(open.pop()!)
}

function isTag(content: string): boolean {
  if (beginsWithDigit(content)) return timestampAtStart(content) !== null
  return tags.has(tagName(content.startsWith('/') ? content.slice(1) : content))
}

function beginsWithDigit(content: string): boolean {
  const code = content.charCodeAt(0)
  return code >= 48 && code <= 57
}

function tagName(content: string): string {
  let end = 0
  while (end < content.length && !endsTagName(content.charCodeAt(end))) end += 1
  return content.slice(0, end)
}

/** Whether a character ends a tag name: white space, or the dot before a class. */
function endsTagName(code: number): boolean {
  return code === 0x20 || code === 0x2e || code === 0x09 || code === 0x0a || code === 0x0c
}

/** The annotation, with inner blanks unchanged; browsers keep them, though the specification collapses them. */
export function annotationOf(content: string, { decodeAnnotation }: References): string {
  const blank = content.search(/[ \t\n\f]/)
  if (blank === -1) return ''
  const annotation = decodeAnnotation(content.slice(blank))
  let [from, to] = [0, annotation.length]
  while (isBlank(annotation[from])) from += 1
  while (to > from && isBlank(annotation[to - 1])) to -= 1
  return annotation.slice(from, to)
}

function isBlank(sign: string | undefined): boolean {
  return sign !== undefined && ' \t\n\f\r'.includes(sign)
}
