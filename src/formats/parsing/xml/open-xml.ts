import type { TranscriptFile } from '../../readers/format.ts'
import { parseXml, type XmlDocument } from './parse-xml.ts'

/** Like `parseXml`, for a reader that expects one of these root elements: any other root is an error. */
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
