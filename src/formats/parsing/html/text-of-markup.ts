import { decodeReferences } from '../cues/character-references.ts'

/**
 * The text of loose markup in which elements are not closed (SAMI, RealText): `<br>` is a line break, other tags and
 * comments are removed, references are decoded.
 */
export function textOfMarkup(markup: string): string {
  const text = markup
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<br\s{0,3}\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,400}>/gi, '')
  return decodeReferences(text).replaceAll('\u00a0', ' ')
}
