import type { Problem } from '#transcript/problem.ts'
import { documentPart } from '../zip/word-parts.ts'
import { findByteOrderMark } from '../encoding/byte-order-mark.ts'
import { isEbuStl } from '../encoding/ebu-stl.ts'
import { guessUtf16 } from '../encoding/utf16-parity.ts'
import { headLength, largestFile } from '../limits.ts'
import { detectMedia } from '../media-magic.ts'
import { isPdf } from '../pdf/is-pdf.ts'
import { isDaisy } from '../spoken-books/daisy-files.ts'
import { readZipDirectory } from '../zip/directory.ts'
import { isZip } from '../zip/is-zip.ts'
import { isOpenDocumentText } from '../zip/open-document.ts'

const asText = 'Save it as plain text (.txt) or SubRip (.srt) and open that.'

interface Kind {
  readonly code: string
  readonly is: string
  readonly advice: string
  readonly magic: readonly string[]
}

const kinds: readonly Kind[] = [
  { code: 'file-word', is: 'a Word document', advice: asText, magic: ['\xd0\xcf\x11\xe0'] },
  {
    code: 'file-image',
    is: 'a picture',
    advice: 'Choose the transcript itself, as a text file.',
    magic: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'],
  },
  {
    code: 'file-archive',
    is: 'an archive',
    advice: 'Unpack it and open the transcript inside.',
    magic: ['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b', '7z\xbc\xaf', 'Rar!'],
  },
]

/** Explains why a file cannot be a transcript, judging by its bytes; `null` if it can be one. */
export function refuseBytes(bytes: Uint8Array, name: string): Problem | null {
  const refuse = (code: string, rest: string): Problem => ({
    code,
    severity: 'error',
    message: `${name} ${rest}`,
  })
  if (bytes.length === 0) return refuse('file-empty', 'is empty. Choose another file.')
  if (bytes.length > largestFile) {
    const size = Math.ceil(bytes.length / 1024 / 1024).toLocaleString('en')
    return refuse(
      'file-too-large',
      `is too large for a transcript: ${size} MB, where at most 64 MB are read. Split it and open a part.`,
    )
  }
  if (detectMedia(bytes)) {
    return refuse('file-media', 'is a recording, not a transcript. Open it as the recording.')
  }
  if (isPdf(bytes)) return null
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  const kind = kinds.find(({ magic }) => magic.some((mark) => start.startsWith(mark)))
  if (kind !== undefined) {
    if (isPackedDocument(bytes)) return null
    const packed = kind.code === 'file-archive' ? packedDocument(bytes) : undefined
    if (packed !== undefined) return refuse(packed.code, `is ${packed.is}. ${packed.advice}`)
    if (kind.code === 'file-archive' && isWordDocument(bytes)) {
      return refuse('file-word', `is a Word document. ${asText}`)
    }
    return refuse(kind.code, `is ${kind.is}. ${kind.advice}`)
  }
  if (/^RIFF.{4}WEBP/s.test(start) || /^.{4}ftyp/s.test(start)) {
    return refuse('file-image', 'is a picture. Choose the transcript itself, as a text file.')
  }
  if (findByteOrderMark(bytes) === 'utf-32') {
    return refuse(
      'encoding-utf-32',
      'is in UTF-32, which browsers cannot read. Save it as UTF-8 and open that.',
    )
  }
  if (isBinary(bytes)) {
    return refuse(
      'file-binary',
      'is a binary file, not a transcript. Save the transcript as plain text or SubRip (.srt) and open that.',
    )
  }
  return null
}

const asTable = 'Save the sheet with the transcript as CSV and open that.'
const asDocument = 'Export it as a Word document (.docx) or plain text (.txt) and open that.'

/** Documents that are archives, by a file inside or by the type at the beginning. */
const packedKinds: readonly (Omit<Kind, 'magic'> & { readonly mark: RegExp })[] = [
  { code: 'file-sheet', is: 'an Excel workbook', advice: asTable, mark: /^xl\/workbook\./ },
  {
    code: 'file-slides',
    is: 'a PowerPoint presentation',
    advice: asDocument,
    mark: /^ppt\/presentation\./,
  },
  {
    code: 'file-pages',
    is: 'a Pages, Numbers or Keynote document',
    advice: asDocument,
    mark: /^Index(?:\/Document\.iwa|\.zip)$|^index\.(?:xml|apxl)$/,
  },
]
const openDocumentKinds: Readonly<Record<string, Omit<Kind, 'magic'>>> = {
  spreadsheet: { code: 'file-sheet', is: 'an OpenDocument spreadsheet', advice: asTable },
  presentation: { code: 'file-slides', is: 'an OpenDocument presentation', advice: asDocument },
}

function packedDocument(bytes: Uint8Array): Omit<Kind, 'magic'> | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 120))
  const type = /mimetypeapplication\/vnd\.oasis\.opendocument\.(spreadsheet|presentation)/.exec(
    start,
  )?.[1]
  if (type !== undefined) return openDocumentKinds[type]
  const directory = readZipDirectory(bytes)
  if (directory.status !== 'read') return undefined
  const names = directory.entries.map(({ name }) => name)
  return packedKinds.find(({ mark }) => names.some((name) => mark.test(name)))
}

/** Whether it is an archive that one of the readers unpacks. */
function isPackedDocument(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false
  if (isOpenDocumentText(bytes)) return true
  const directory = readZipDirectory(bytes)
  if (directory.status !== 'read') return directory.status !== 'damaged' && isWordDocument(bytes)
  const names = directory.entries.map(({ name }) => name)
  if (names.includes('META-INF/container.xml') || names.includes('metadata.json')) return true
  return documentPart(names) !== undefined || isDaisy(names)
}

function isWordDocument(bytes: Uint8Array): boolean {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, headLength))
  return head.includes('word/')
}

/** Whether more than three in a hundred of the bytes are control characters; text has almost none. */
function isBinary(bytes: Uint8Array): boolean {
  if (isEbuStl(bytes)) return false
  if (findByteOrderMark(bytes) !== null || guessUtf16(bytes) !== null) return false
  const head = bytes.subarray(0, headLength)
  // A loop over the bytes, before it is compiled, takes longer than reading the whole file.
  const text = asWindows1252.decode(head)
  // CHAT puts times between NAK characters
  const counted = /^@Begin/m.test(text) ? text.replaceAll('\u0015', '') : text
  const controls = counted.match(controlCharacters)?.length ?? 0
  return controls > 1 && controls > head.length * 0.03
}

/** One character for each byte; the bytes of control characters stay what they are. */
const asWindows1252 = new TextDecoder('windows-1252')
// eslint-disable-next-line no-control-regex -- control characters are what is counted
const controlCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g
