/** `colon`: `Ada: text`, `[Ada]: text`; `bracket`: `[Ada] text`, `<Speaker 1> text`. */
export type LabelShape = 'colon' | 'bracket'

export interface SpeakerLabel {
  readonly name: string
  /** Length of the label with its signs and the blanks around it, in UTF-16 code units. */
  readonly length: number
}

/** The longest name that programs accept, with room for titles, in UTF-16 code units. */
const longest = 120

/** Signs before a name: the chevrons of captions, the dash of a dialogue, emphasis. */
const opening = /^\s{0,3}(?:-?>{2,3}\s?|[-–—‑•]\s+)?(?:\*\*|__)?/

const closing: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['<', '>'],
  ['(', ')'],
  ['【', '】'],
  ['［', '］'],
])

/** What stands at the beginning of a text as a speaker’s label would, whatever it says; `null` if nothing does. */
export function labelIn(text: string, shape: LabelShape): SpeakerLabel | null {
  return shape === 'colon' ? beforeColon(text) : inBrackets(text)
}

/** `***Ada:*** ` and `***Ada***: ` of Markdown; a single mark, as in `*Ada*`, may be part of a name. */
const inEmphasis = /^\s{0,3}(?:[-–—‑•]\s+)?(\*{3}|___)(?![*_])([^*_:\n]+)(?:\1:|:\1)(?=\s)/

function beforeColon(text: string): SpeakerLabel | null {
  if (!text.includes(':') && !text.includes('：')) return null
  const head = text.slice(0, longest)
  const emphasised = inEmphasis.exec(head)
  if (emphasised !== null) return labelled(text, emphasised[2]!, emphasised[0].length)
  const from = opening.exec(head)![0].length
  // a blank follows the colon, so `10:30` and addresses do not match; CJK texts have none
  const found = /(?:\*\*|__)?(?::(?:\*\*|__)?(?=\s)|：)/.exec(head.slice(from))
  if (found === null) return null
  // `BY MS. PARK:` says who asks from here on
  const written = head.slice(from, from + found.index).replace(/^BY (?=\p{Lu}+\.? \p{Lu})/u, '')
  // a time that was not told as one stays in the text, where it can be seen
  if (/^[[(]?\d{1,3}:\d\d/.test(written)) return null
  const inside = /^\s*\[([^[\]]+)\]\s*$|^\s*<([^<>]+)>\s*$/.exec(written)
  const end = from + found.index + found[0].length
  return labelled(text, inside?.[1] ?? inside?.[2] ?? written, end)
}

function inBrackets(text: string): SpeakerLabel | null {
  const from = opening.exec(text.slice(0, longest))![0].length
  const end = closing.get(text[from] ?? '')
  if (end === undefined) return null
  const at = text.slice(0, longest).indexOf(end, from)
  if (at === -1) return null
  const behind = /^(?:\*\*|__)?/.exec(text.slice(at + 1, at + 3))![0].length
  return labelled(text, text.slice(from + 1, at), at + 1 + behind)
}

/** A label is in one line, and something is said behind it. */
function labelled(text: string, written: string, end: number): SpeakerLabel | null {
  const name = written.trim()
  if (name === '' || name.includes('\n')) return null
  const length = end + /^\s*/.exec(text.slice(end))![0].length
  return length < text.length ? { name, length } : null
}
