import { decodeReferences } from '../../parsing/cues/character-references.ts'
import { findStamps } from '../../parsing/prose/stamps.ts'
import { stripTags, type PlainLine } from './html.ts'

const address = String.raw`\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`
const image = new RegExp(String.raw`!\[([^[\]]*)\](?:${address}|\[[^[\]]*\])`, 'g')
const link = new RegExp(String.raw`\[([^[\]]*)\]${address}`, 'g')

/** A link reference definition, `[ref]: https://…`, which is not shown. */
export const definition = /^\s{0,3}\[([^[\]]+)\]:\s+<?(?:[a-z][a-z\d+.-]*:|[/#.?]|www\.)\S*/i

/**
 * A line of Markdown (CommonMark) as plain text: the text of links, emphasis and pictures. `references` are the labels
 * defined anywhere in the file.
 */
export function plainInline(line: string, references: ReadonlySet<string>): PlainLine {
  let hidden = 0
  const linked = line
    .replace(image, (_, alt: string) => {
      if (alt.trim() === '') hidden += 1
      return alt
    })
    .replace(link, (_, text: string) => asText(text))
    .replace(/\[([^[\]]+)\]\[([^[\]]*)\]/g, (written, text: string, reference: string) =>
      references.has((reference || text).toLowerCase()) ? asText(text) : written,
    )
  const untagged = stripTags(linked)
  const pieces = untagged.text.split(/(\\[!-/:-@[-`{-~])/)
  // a backslash at the end of a line is a line break
  const unbroken = [...pieces.slice(0, -1), pieces.at(-1)!.replace(/\\$/, '')]
  const text = unbroken
    .map((piece, at) => (at % 2 === 1 ? piece.slice(1) : decodeReferences(stripEmphasis(piece))))
    .join('')
  return { text, hidden: hidden + untagged.hidden }
}

/** The text of a link. If it is a time, it keeps brackets, which mark it as a timestamp. */
function asText(text: string): string {
  const [stamp] = findStamps(text)
  const isTime = stamp !== undefined && stamp.to - stamp.from === text.trim().length
  return isTime && !stamp.isBracketed ? `[${text.trim()}]` : text
}

function stripEmphasis(text: string): string {
  if (!/[*_~`]/.test(text)) return text
  return text
    .replace(/`+/g, '')
    .replace(/\*{2,3}|~~/g, '')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, '')
    .replace(/(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu, '')
}
