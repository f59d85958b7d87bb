/** The path of the main text in a Word document. Saving to SharePoint twice makes it `document2.xml`. */
export function documentPart(names: readonly string[]): string | undefined {
  return (
    names.find((name) => name === 'word/document.xml') ??
    names.find((name) => /^word\/document\d{0,3}\.xml$/.test(name))
  )
}
