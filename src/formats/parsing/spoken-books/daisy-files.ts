/** The contents page of DAISY 2.02 among the files of an archive. */
export function contentsPage(names: readonly string[]): string | undefined {
  return names.find((name) => /(?:^|\/)ncc\.html?$/i.test(name))
}

/** The package document of DAISY 3 among the files of an archive. */
export function packageDocument(names: readonly string[]): string | undefined {
  return names.find((name) => /\.opf$/i.test(name))
}

/** Whether an archive with these files is a DAISY book: EPUB has a package document, too, but also a container. */
export function isDaisy(names: readonly string[]): boolean {
  if (names.includes('META-INF/container.xml')) return false
  if (contentsPage(names) !== undefined) return true
  return packageDocument(names) !== undefined && names.some((name) => /\.smil$/i.test(name))
}
