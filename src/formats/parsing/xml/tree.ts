/** An element of an XML file: what readers here need of it, in plain data. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The namespace; empty where there is none. */
  readonly uri: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  /** 1-based, of its start tag. */
  readonly line: number
}

export interface XmlAttribute {
  readonly name: string
  readonly uri: string
  readonly value: string
}

/** Text is well formed, NFC, with `\n` as its line break; CDATA is text. */
export type XmlNode = XmlElement | string

/** The attribute of this local name, in whichever namespace; the first one counts. */
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

/** All elements of this name inside, in the order of the file. Trees are never deeper than `deepestElement`. */
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

/** All the text inside, as it stands. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('')
}
