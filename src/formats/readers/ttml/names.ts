import { attributeOf, type XmlElement } from '../../parsing/xml/tree.ts'

const core = /^(?:|http:\/\/www\.w3\.org\/(?:ns\/ttml|2006\/04\/ttaf1|2006\/10\/ttaf1)#?)$/

/** Whether an element is TTML's own, of this version or of the drafts that became DFXP; files without xmlns count. */
export function isCore({ uri }: XmlElement): boolean {
  return core.test(uri)
}

/** An attribute in the namespace of the parameters, the metadata, or the styles (`#styling`, in drafts `#style`). */
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

/** `word`, `syllable` or `sentence`, as Apple Podcasts marks spans. */
export function unitOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'unit')?.toLowerCase()
}
