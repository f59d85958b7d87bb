/** The text every reader works on: well formed, without NUL, NFC, `\n` as its only line break. */
export function normaliseText(text: string): string {
  const lines = text
    .replaceAll('\0', '\uFFFD')
    .replace(isWrittenTwice(text) ? /\r\r\n|\r\n?/g : /\r\n?/g, '\n')
  return isLatin(lines) ? lines : toWellFormed(lines).normalize('NFC')
}

/** Whether all characters are below U+0300. Such text is in NFC, and the search takes a tenth of the time of `normalize`. */
export function isLatin(text: string): boolean {
  return !/[^\0-\u02ff]/.test(text)
}

/**
 * Whether \r\r\n is one line break, written as text twice on Windows, and not two: that it is where \r
 * ends lines elsewhere, too.
 */
function isWrittenTwice(text: string): boolean {
  return text.includes('\r\r\n') && !/\r(?![\r\n])/.test(text)
}

/** `String.prototype.toWellFormed`, which Safari 16.3 and older lack. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
