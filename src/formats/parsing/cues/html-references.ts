/** HTML's character references as the characters they mean; unknown ones stay as they are written. */
export interface References {
  decode(text: string): string
  /** As in HTML's attributes: in `R&notes` there is no `&not`, for it has no semicolon. */
  decodeAnnotation(text: string): string
}

/**
 * For one text: all of HTML's 2,231 names, by HTML's own rules. The names weigh as much as a reader, so
 * they are loaded only for a text that has a reference at all.
 */
export async function loadReferences(text: string): Promise<References> {
  if (!text.includes('&')) return { decode: unchanged, decodeAnnotation: unchanged }
  const { decodeHTML, decodeHTMLAttribute } = await import('entities/decode')
  return { decode: onlyWhereNeeded(decodeHTML), decodeAnnotation: decodeHTMLAttribute }
}

const unchanged = (text: string) => text

function onlyWhereNeeded(decode: (text: string) => string) {
  return (text: string) => (text.includes('&') ? decode(text) : text)
}
