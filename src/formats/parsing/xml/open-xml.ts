import type { TranscriptFile } from '../../readers/format.ts'
import { parseXml, type XmlDocument } from './parse-xml.ts'

/** As `parseXml`, for a reader whose files have one of these roots: another root is an error too. */
export function openXml(
  { text, name }: TranscriptFile,
  { roots, format }: { readonly roots: readonly string[]; readonly format: string },
): XmlDocument {
  const document = parseXml(text, name)
  if (document.root === null || roots.includes(document.root.name)) return document
  return {
    root: null,
    problems: [
      {
        code: 'format-unknown',
        severity: 'error',
        message: `${name} is XML, but not ${format}: it begins with <${document.root.name.slice(0, 40)}>. Choose another format.`,
      },
    ],
  }
}
