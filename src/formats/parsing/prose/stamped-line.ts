import { isNameLike } from '#transcript/conventions/name-like.ts'
import { phraseOpenings } from '#transcript/conventions/phrase-words.ts'
import { isUsualName } from '../speakers/label-forms.ts'
import { findStamps, type Stamp } from './stamps.ts'

/** `From 10:30`, `Until 10:30`; but `LO 10:30` are initials. */
const isPhraseOpening = (name: string) =>
  /\p{Ll}/u.test(name) && phraseOpenings.has(name.toLowerCase())

/** `alone`: only a time; `head`: a time, then text; `named`: a name before the time. */
export type StampShape = 'alone' | 'head' | 'named'

export interface StampedLine {
  readonly shape: StampShape
  readonly stamp: Stamp
  /** The text before the time, or the sender between `From` and the colon of a chat. */
  readonly name?: string
  /** The receiver in a chat. */
  readonly receiver?: string
  readonly rest: string
}

const longestName = 60

/** Parses a line that begins with a time, or with a name and a time; `null` for any other line. */
export function stampedLine(written: string): StampedLine | null {
  const named = boldLine(written)
  if (named !== null) return named
  const line = withoutEmphasis(written)
  const [stamp] = findStamps(line)
  if (stamp === undefined || stamp.from > 4 * longestName) return null
  const before = nameBefore(line.slice(0, stamp.from))
  const after = line.slice(stamp.to)
  if (before === '') return lineBehind(stamp, after)
  if (before === null) return null
  const isNamed = stamp.isBracketed || /^\s*(?:$|[|:\t–—-])/.test(after)
  return isNamed ? { shape: 'named', stamp, name: before, rest: textAfter(after) } : null
}

/** `**[00:01:02] Anna:** text` of Markdown, where the emphasis shows that the name is one. */
function boldLine(written: string): StampedLine | null {
  if (!written.includes('**')) return null
  const found = /^\s{0,9}\*\*([^*\n]{1,120}?)(?::\*\*|\*\*:)\s+(\S.*)$/.exec(written)
  if (found === null) return null
  const [stamp] = findStamps(found[1]!)
  if (stamp === undefined || found[1]!.slice(0, stamp.from).trim() !== '') return null
  const name = textAfter(found[1]!.slice(stamp.to))
  return isUsualName(name) ? { shape: 'head', stamp, name, rest: found[2]!.trimEnd() } : null
}

/** A single `**` and a masked telephone number (`***-**54`) stay. */
function withoutEmphasis(line: string): string {
  return line.replace(/(?<![*\w])\*\*(?=[^\s*])([^*\n]+)\*\*(?![*\w])/g, '$1')
}

/** The bracketed times inside a text, except one at its beginning. */
export function stampsInside(text: string): Stamp[] {
  return findStamps(text).filter((stamp) => stamp.isBracketed)
}

function lineBehind(stamp: Stamp, after: string): StampedLine | null {
  if (!stamp.isBracketed && !/^(?:$|[\s|:–—-])/.test(after)) return null
  const rest = textAfter(after)
  if (rest === '') return { shape: 'alone', stamp, rest }
  // Zoom's chat log
  const chat = /^From\s(.{1,200}?)\s?:(?:\s|$)/.exec(rest)
  if (chat === null) return { shape: 'head', stamp, rest }
  const [name, receiver] = chat[1]!.trim().split(/\s+to\s+(.*)/i)
  return {
    shape: 'head',
    stamp,
    name: name!.trim(),
    ...(receiver === undefined ? {} : { receiver: receiver.trim() }),
    rest: rest.slice(chat[0].length).trim(),
  }
}

/** The text after a time, without a separating dash or colon. */
function textAfter(after: string): string {
  const text = after.replace(/^\s*(?:[|:·•]|[-–—]{1,2}(?=\s|$))?\s*/, '').trimEnd()
  return text.endsWith('|') ? text.slice(0, -1).trimEnd() : text
}

/** The name before a time: empty if only a list marker precedes the time, `null` if the text is not a name. */
function nameBefore(written: string): string | null {
  const before = written
    .replace(/^\s*(?:(?:[-*•>]|#{1,6})\s+)*/, '')
    .replace(/(?:\bat)?[\s:|,–—@·•*_-]*$/, '')
  if (before === '' || /^(?:time|tc|timecode|timestamp|at)$/i.test(before)) return ''
  const name = before.replace(/^[*_]+|[*_]+$/g, '').replace(/^\[(.*)\]$|^<(.*)>$/, '$1$2')
  const isName = name.length <= longestName && isNameLike(name) && !isPhraseOpening(name)
  return isName ? name : null
}
