/** A piece of rich text (RTF 1.9.1, "Basic entities"). Line breaks of the file itself mean nothing and are no tokens. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `\'e4` */
  | { readonly kind: 'byte'; readonly byte: number }
  /** `\par`, `\u228` */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** `\~`, `\*`; `\` before a line break is the symbol `\n`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'text'; readonly text: string }

/** The tokens of a rich text document. Binary data is left out. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const token =
    /\{|\}|\\(?:'([\da-fA-F]{2})|([a-zA-Z]{1,32})(-?\d{1,10})? ?|([^a-zA-Z]))|[^\\{}\n\r]+|[\n\r]+/g
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [written, hex, word, digits, symbol] = found
    const value = digits === undefined ? undefined : Number(digits)
    if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) }
    else if (written === '{') yield { kind: 'open' }
    else if (written === '}') yield { kind: 'close' }
    else if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0)
    else if (word !== undefined) yield { kind: 'word', word, value }
    else if (symbol !== undefined) yield { kind: 'symbol', symbol: symbol.replace('\r', '\n') }
    else if (!/^[\n\r]/.test(written)) yield { kind: 'text', text: written }
  }
}
