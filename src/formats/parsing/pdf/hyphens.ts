const ending = /(\p{L}+)([-\u00ad\u2010])$/u
const beginning = /^\p{Ll}[\p{L}\p{M}]*/u

/**
 * Joins the lines of a paragraph. A word that a hyphen parts at the end of a line is joined, unless the text has it with
 * the hyphen elsewhere (`known`, in lower case); before a capital or a figure, the hyphen is part of the word.
 */
export function joinHyphens(lines: readonly string[], known: ReadonlySet<string>): string {
  let joined = lines[0] ?? ''
  for (const line of lines.slice(1)) {
    const text = line.replace(/ {2,}/g, ' ')
    const before = ending.exec(joined)
    if (before === null) {
      joined += ` ${text}`
      continue
    }
    const [, start = '', hyphen] = before
    const rest = beginning.exec(text)?.[0]
    const isKnown =
      rest !== undefined &&
      known.has(`${start}-${rest}`.toLowerCase()) &&
      !known.has(`${start}${rest}`.toLowerCase())
    const isParted = hyphen === '\u00ad' || (rest !== undefined && !isKnown)
    if (isParted) joined = joined.slice(0, -1) + text
    else joined += /^[\p{L}\p{N}]/u.test(text) ? text : ` ${text}`
  }
  return joined
}
