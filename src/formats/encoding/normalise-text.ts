/** The text every reader works on: well formed, without NUL, NFC, `\n` as its only line break. */
export function normaliseText(text: string): string {
  return (
    toWellFormed(text)
      .replaceAll('\0', '\uFFFD')
      // \r\r\n: written as text twice on Windows
      .replace(/\r\r\n|\r\n|\r/g, '\n')
      .normalize('NFC')
  )
}

/** `String.prototype.toWellFormed`, which Safari 16.3 and older lack. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
