export type TextgridToken =
  | { readonly kind: 'number'; readonly value: number; readonly line: number }
  | {
      readonly kind: 'string'
      readonly value: string
      readonly line: number
      readonly isClosed: boolean
      /** Quotes inside it were not doubled. */
      readonly isRepaired: boolean
    }

/**
 * The values in Praat's text files, long or short format: free-standing numbers, and strings whose quotes are doubled.
 * All other text (`xmin =`, `intervals [3]:`, `<exists>`) is ignored, as are comments after `!`:
 * https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html. In the long format, where a key precedes each value
 * on its line, quotes that are not doubled are told from the last one of their string, which ends a line.
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
      const { next, ...string } = readString(text, at)
      tokens.push({ kind: 'string', line, ...string })
      line += countLines(string.value)
      at = next
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
): { value: string; next: number; isClosed: boolean; isRepaired: boolean } {
  const hasKey = /[a-z]\s?=\s?$/i.test(text.slice(Math.max(0, quote - 8), quote))
  const pieces: string[] = []
  let from = quote + 1
  let isRepaired = false
  for (;;) {
    const end = text.indexOf('"', from)
    if (end === -1) {
      const value = pieces.join('') + text.slice(from)
      return { value, next: text.length, isClosed: false, isRepaired }
    }
    pieces.push(text.slice(from, end))
    const isDoubled = text[end + 1] === '"'
    if (isDoubled && isRepaired && endsLine(text, end + 2)) {
      return { value: `${pieces.join('')}"`, next: end + 2, isClosed: true, isRepaired }
    }
    const isInside = !isDoubled && hasKey && isFollowedByQuote(text, end + 1)
    if (!isDoubled && !isInside) {
      return { value: pieces.join(''), next: end + 1, isClosed: true, isRepaired }
    }
    pieces.push('"')
    isRepaired ||= isInside
    from = end + (isDoubled ? 2 : 1)
  }
}

function endsLine(text: string, at: number): boolean {
  return restOfLine(text, at).trim() === ''
}

/** Whether the rest of a line has words in it and ends in a quote, and has no further value. */
function isFollowedByQuote(text: string, at: number): boolean {
  const rest = restOfLine(text, at).trim()
  return rest.length > 0 && rest.endsWith('"') && !/=\s*"/.test(rest)
}

/** At most 2,000 characters, as a file may be a single line. */
function restOfLine(text: string, at: number): string {
  const rest = text.slice(at, at + 2000)
  return rest.slice(0, orEnd(rest, rest.indexOf('\n')))
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
