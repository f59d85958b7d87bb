import { attributeOf, type XmlElement } from '../../parsing/xml/tree.ts'

const core = /^(?:|http:\/\/www\.w3\.org\/(?:ns\/ttml|2006\/04\/ttaf1|2006\/10\/ttaf1)#?)$/

/** Whether an element belongs to TTML, in this version or in the drafts for DFXP. Files without xmlns are accepted. */
export function isCore({ uri }: XmlElement): boolean {
  return core.test(uri)
}

/** An attribute in the parameter, metadata or style namespace (`#styling`, in drafts `#style`). */
export function attributeIn(
  element: XmlElement,
  space: 'parameter' | 'metadata' | 'styl',
  name: string,
): string | undefined {
  const found = element.attributes.find(
    (attribute) => attribute.name === name && attribute.uri.includes(`#${space}`),
  )
  if (found !== undefined) return found.value
  const loose = element.attributes.find(
    (attribute) => attribute.name === name && attribute.uri.startsWith('unbound:tt'),
  )
  return loose?.value
}

/** The unit of a span in Apple Podcasts: `word`, `syllable` or `sentence`. */
export function unitOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'unit')?.toLowerCase()
}

/** Whether an element says something about others: a description, a title, a copyright. */
export function isMetadata({ uri }: XmlElement): boolean {
  return /^http:\/\/www\.w3\.org\/.*#metadata$/.test(uri)
}
