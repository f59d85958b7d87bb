export type TextgridToken =
  | { readonly kind: 'number'; readonly value: number; readonly line: number }
  | {
      readonly kind: 'string'
      readonly value: string
      readonly line: number
      readonly isClosed: boolean
    }

/**
 * The values in Praat's text files, long or short format: free-standing numbers, and strings whose quotes are doubled.
 * All other text (`xmin =`, `intervals [3]:`, `<exists>`) is ignored, as are comments after `!`:
 * https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html.
 */
export function readTextgridTokens(text: string): TextgridToken[] {
  const tokens: TextgridToken[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const sign = text[at]!
    if (sign === '\n') line += 1
    if (/\s/.test(sign)) {
      at += 1
    } else if (sign === '!') {
      at = orEnd(text, text.indexOf('\n', at))
    } else if (sign === '"') {
      const string = readString(text, at)
      tokens.push({ kind: 'string', value: string.value, line, isClosed: string.isClosed })
      line += countLines(string.value)
      at = string.next
    } else {
      const end = endOfBare(text, at)
      const bare = text.slice(at, end)
      if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(bare)) {
        // turns -0 into 0
        tokens.push({ kind: 'number', value: Number(bare) + 0, line })
      }
      at = end
    }
  }
  return tokens
}

function readString(
  text: string,
  quote: number,
): { value: string; next: number; isClosed: boolean } {
  const pieces: string[] = []
  let from = quote + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end === -1)
      return { value: pieces.join('') + text.slice(from), next: text.length, isClosed: false }
    pieces.push(text.slice(from, end))
    if (text[end + 1] !== '"') return { value: pieces.join(''), next: end + 1, isClosed: true }
    pieces.push('"')
    from = end + 2
  }
}

function endOfBare(text: string, from: number): number {
  const blank = /[\s"]/g
  blank.lastIndex = from
  return orEnd(text, blank.exec(text)?.index ?? -1)
}

function orEnd(text: string, at: number): number {
  return at === -1 ? text.length : at
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
