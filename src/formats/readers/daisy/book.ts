import type { Problem } from '#transcript/problem.ts'
import { resolveAddress } from '../../parsing/spoken-books/address.ts'
import { contentsPage, packageDocument } from '../../parsing/spoken-books/daisy-files.ts'
import { openPage } from '../../parsing/spoken-books/open-page.ts'
import { attributeOf, descendantsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import type { SpokenBook } from '../../parsing/spoken-books/read-book.ts'
import type { Zip } from '../../parsing/zip/open-zip.ts'

/**
 * Reads what lists the parts of a book: the contents page of DAISY 2.02 (https://daisy.org/z3986/specifications/daisy_202.html),
 * or the package document of DAISY 3 (ANSI/NISO Z39.86-2005).
 */
export async function openDaisyBook(zip: Zip): Promise<SpokenBook | Problem> {
  const contents = contentsPage(zip.names)
  const path = contents ?? packageDocument(zip.names) ?? ''
  const { root, problems } = await openPage(zip, path)
  if (root === null) return problems[0]!
  return contents === undefined ? fromPackage(root, path) : fromContents(root, path)
}

function fromContents(root: XmlElement, path: string): SpokenBook {
  const meta = (name: string) => {
    const found = descendantsOf(root, 'meta').find(
      (element) => attributeOf(element, 'name')?.toLowerCase() === name,
    )
    return oneLine((found && attributeOf(found, 'content')) ?? '')
  }
  const links = descendantsOf(root, 'a').flatMap((link) => attributeOf(link, 'href') ?? [])
  return {
    title: meta('dc:title'),
    language: meta('dc:language'),
    overlays: smilFiles(links, path),
  }
}

function fromPackage(root: XmlElement, path: string): SpokenBook {
  const metadata = new Map<string, string>()
  for (const name of ['title', 'Title', 'language', 'Language']) {
    const [element] = descendantsOf(root, name)
    if (element !== undefined) metadata.set(name.toLowerCase(), oneLine(textIn(element)))
  }
  const addresses = new Map(
    descendantsOf(root, 'item').map((item) => [
      attributeOf(item, 'id') ?? '',
      attributeOf(item, 'href') ?? '',
    ]),
  )
  const spine = descendantsOf(root, 'itemref').flatMap(
    (item) => addresses.get(attributeOf(item, 'idref') ?? '') ?? [],
  )
  return {
    title: metadata.get('title') ?? '',
    language: metadata.get('language') ?? '',
    overlays: smilFiles(spine, path),
  }
}

function smilFiles(addresses: readonly string[], from: string): string[] {
  const paths = addresses.map((address) => resolveAddress(from, address).path)
  return [...new Set(paths.filter((path) => /\.smil$/i.test(path)))]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
