import type { References } from '../../parsing/cues/html-references.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { RawCue } from './blocks.ts'
import { annotationOf } from './cue-text-tree.ts'

/**
 * Creates a function that gives the segment of a cue without tags, or with one `<v Name>` before its text: nearly all
 * cues, without lists of pieces. `null` for any other cue, and one without text.
 */
export function createUsualCueReader(
  references: References,
): (cue: RawCue) => ParsedSegment | null {
  // the last voice tag, which most cues repeat
  let tag = ''
  let voice = ''
  return ({ text, start, end, line }) => {
    const bracket = text.indexOf('<')
    if (bracket === -1) return spoken(references.decode(text), null)
    if (bracket > 0) return null
    if (tag === '' || !text.startsWith(tag)) {
      const closing = text.indexOf('>')
      if (closing === -1 || !text.startsWith('<v ')) return null
      tag = text.slice(0, closing + 1)
      voice = annotationOf(tag.slice(1, -1), references)
    }
    if (text.includes('<', tag.length)) return null
    return spoken(references.decode(text.slice(tag.length)), voice)

    function spoken(said: string, speaker: string | null): ParsedSegment | null {
      if (said.trim() === '') return null
      return speaker === null
        ? { text: said, start, end, line }
        : { text: said, start, end, line, speaker }
    }
  }
}
