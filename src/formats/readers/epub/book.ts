import type { Problem } from '#transcript/problem.ts'
import { resolveAddress } from '../../parsing/spoken-books/address.ts'
import { openPage } from '../../parsing/spoken-books/open-page.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'
import type { SpokenBook } from '../../parsing/spoken-books/read-book.ts'
import type { Zip } from '../../parsing/zip/open-zip.ts'

/**
 * Reads the package document, which the container names and which lists the media overlays:
 * https://www.w3.org/TR/epub-33/#sec-media-overlays
 */
export async function openBook(zip: Zip): Promise<SpokenBook | Problem> {
  const container = await openPage(zip, 'META-INF/container.xml')
  if (container.root === null) return container.problems[0]!
  const [rootfile] = descendantsOf(container.root, 'rootfile')
  const path = rootfile === undefined ? '' : (attributeOf(rootfile, 'full-path') ?? '')
  const opened = await openPage(zip, path)
  if (opened.root === null) return opened.problems[0]!
  const metadata = childOf(opened.root, 'metadata')
  return {
    title: textIn(childOf(metadata, 'title')).replace(/\s+/g, ' ').trim(),
    language: textIn(childOf(metadata, 'language')).trim(),
    overlays: overlaysOf(opened.root, path),
  }
}

function overlaysOf(root: XmlElement, path: string): string[] {
  const manifest = childOf(root, 'manifest')
  const spine = childOf(root, 'spine')
  if (manifest === undefined || spine === undefined) return []
  const items = new Map(
    elementsOf(manifest, 'item').map((item) => [attributeOf(item, 'id') ?? '', item]),
  )
  const overlays = new Set<string>()
  for (const itemref of elementsOf(spine, 'itemref')) {
    const page = items.get(attributeOf(itemref, 'idref') ?? '')
    const overlay = page && items.get(attributeOf(page, 'media-overlay') ?? '')
    const href = overlay && attributeOf(overlay, 'href')
    if (href !== undefined) overlays.add(resolveAddress(path, href).path)
  }
  return [...overlays]
}
