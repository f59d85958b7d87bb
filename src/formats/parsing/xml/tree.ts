/** An element of an XML file, as plain data. */
export interface XmlElement {
  /** The local name, without the prefix. */
  readonly name: string
  /** The namespace, or an empty string. */
  readonly uri: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  /** 1-based line of the start tag. */
  readonly line: number
}

export interface XmlAttribute {
  readonly name: string
  readonly uri: string
  readonly value: string
}

/** Text is well-formed UTF-16, NFC, with `\n` as line break; CDATA is text. */
export type XmlNode = XmlElement | string

/** The first attribute with this local name, in any namespace. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value
}

export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : elementsOf(element, name)[0]
}

/** All descendants with this name, in document order. Trees are never deeper than `deepestElement`. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      if (child.name === name) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** All text inside an element, unchanged. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('')
}
