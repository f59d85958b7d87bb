import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { decodeReferences } from './cues/character-references.ts'
import type { ParsedSegment } from './parsed-transcript.ts'
import { replaceInSegment } from './replace-in-segment.ts'

const references =
  /&(?:amp|lt|gt|quot|apos|nbsp|hellip|[mn]dash|[lr][sd]quo|#\d{1,7}|#x[\da-f]{1,6});/gi
/** `it&#39;s`, `l&#39;eau`: an apostrophe, and no example of a reference. */
const apostrophe =
  /\p{L}&(?:apos|rsquo|#0?39|#8217|#x27);(?:[sdmt]|ll|re|ve)(?!\p{L})|(?<!\p{L})(?:[cdjlmnst]|qu)&(?:apos|rsquo|#0?39|#8217|#x27);\p{L}/iu
/** So many references are no examples. */
const many = 8
const formatting = /<br\s?\/?>|<\/?(?:i|b|u|s|em|strong|font|span|c)(?:[\s.][^<>]{0,200})?>/gi

/**
 * Decodes the character references that texts still have after they were read: some programs encode them twice
 * (`&amp;amp;`), or where none belong. Every `&` of the transcript must be one, and they must not be examples that
 * somebody mentions: there are many, or one of several is an apostrophe. Takes linear time.
 */
export function undoReferences(segments: readonly ParsedSegment[]): {
  segments: readonly ParsedSegment[]
  problems: Problem[]
} {
  let count = 0
  let hasApostrophe = false
  let line: number | undefined
  let isTag = true
  for (const { text, line: at } of segments) {
    if (isTag && text.includes('<')) isTag = !text.replace(formatting, '').includes('<')
    if (!text.includes('&')) continue
    const found = text.match(references) ?? []
    if (found.length < text.split('&').length - 1) return { segments, problems: [] }
    hasApostrophe ||= apostrophe.test(text)
    count += found.length
    line ??= at
  }
  const isMeant = count >= many || (hasApostrophe && count > 1)
  if (!isMeant) return { segments, problems: [] }
  const decoded = segments.map((segment) => {
    if (!/[&<]/.test(segment.text)) return segment
    const once = replaceInSegment(segment, references, decodeReferences)
    // tags that are text were encoded twice, too
    return isTag ? replaceInSegment(once, formatting, textOfTag) : once
  })
  const problem: Problem = {
    code: 'references-twice',
    severity: 'note',
    message: `${countOf(count, 'sign')} of the text were encoded twice, such as “&amp;amp;” for “&”, and were decoded once more.`,
    ...(line === undefined ? {} : { line }),
  }
  return { segments: decoded, problems: [problem] }
}

function textOfTag(tag: string): string {
  return /^<br/i.test(tag) ? '\n' : ''
}
