import type { Problem } from '#transcript/problem.ts'
import { decodeText } from '../encoding/decode.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/tree.ts'
import { isProblem, type Zip } from '../zip/open-zip.ts'

/** Limit for one page, in bytes. */
const largestPage = 16 * 1024 * 1024

/** Reads a page of a book as XML; `null` with a problem if it cannot be read. */
export async function openPage(
  zip: Zip,
  path: string,
): Promise<{ root: XmlElement | null; problems: readonly Problem[] }> {
  const bytes = zip.read(path, { maxBytes: largestPage })
  if (isProblem(bytes)) return { root: null, problems: [bytes] }
  const { text } = await decodeText(bytes, path)
  return parseXml(text, path)
}
