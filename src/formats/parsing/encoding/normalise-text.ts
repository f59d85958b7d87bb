/** The text every reader works on: well formed, without NUL, NFC, `\n` as its only line break. */
export function normaliseText(text: string): string {
  return toWellFormed(text)
    .replaceAll('\0', '\uFFFD')
    .replace(isWrittenTwice(text) ? /\r\r\n|\r\n|\r/g : /\r\n|\r/g, '\n')
    .normalize('NFC')
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
