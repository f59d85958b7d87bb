import { attributeOf, type XmlElement } from '../xml/tree.ts'

const blocks = new Set(
  `address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header
  hr html li main nav ol p pre section table tbody td th thead tr ul`.split(/\s+/),
)

/** Whether an element is a block: it begins and ends a paragraph. */
export function isBlock({ name }: XmlElement): boolean {
  return blocks.has(name)
}

export function hasClass(element: XmlElement, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').toLowerCase().split(/\s+/).includes(name)
}
