/** Normalises text for all readers: well-formed UTF-16, no NUL, NFC, `\n` as the only line break. */
export function normaliseText(text: string): string {
  const shown = text.replaceAll('\0', '\uFFFD')
  const lines = shown.includes('\r')
    ? shown.replace(isWrittenTwice(shown) ? /\r\r\n|\r\n?/g : /\r\n?/g, '\n')
    : shown
  return isLatin(lines) ? lines : toNfc(toWellFormed(lines))
}

/**
 * Whether all characters are below U+0300. Such text is already NFC, and this search takes a tenth of the time of
 * `normalize`.
 */
export function isLatin(text: string): boolean {
  return !/[^\0-\u02ff]/.test(text)
}

/** So many combining marks behind one letter; no script has more than a few. */
const longRun = /(?:(?!\u034f)\p{M}){100}(?=(?!\u034f)\p{M})/gu

/**
 * The NFC of a text, in linear time. `normalize` sorts the marks behind each letter, which takes a minute for a million of
 * them; a grapheme joiner (U+034F) therefore ends each hundred, as in the Stream-Safe Text Format of
 * https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format.
 */
export function toNfc(text: string): string {
  return text.replace(longRun, '$&\u034f').normalize('NFC')
}

/**
 * Whether `\r\r\n` is one line break: a text that was written in text mode twice on Windows. It is two line breaks if
 * `\r` also ends lines elsewhere in the file.
 */
function isWrittenTwice(text: string): boolean {
  return text.includes('\r\r\n') && !/\r(?![\r\n])/.test(text)
}

/** `String.prototype.toWellFormed`, which Safari 16.3 and older do not have. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
