/** Decodes HTML character references; unknown ones are left unchanged. */
export interface References {
  decode(text: string): string
  /** By the rules for attributes: `R&notes` contains no `&not`, because the semicolon is missing. */
  decodeAnnotation(text: string): string
}

/**
 * Loads a decoder for all 2,231 names of HTML. The table is as large as a reader, so it is loaded only if the text
 * contains a reference.
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
