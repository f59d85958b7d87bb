import type { Problem } from '#transcript/problem.ts'
import { rankFormats, type Candidate } from './detect.ts'
import { extensionOf } from './file-name.ts'
import { headLength } from './parsing/limits.ts'
import { namesInZip } from './parsing/zip/directory.ts'
import { commonFormats } from './readers/common.ts'
import type { FileHead, Format, TranscriptFile } from './readers/format.ts'

/** Which format reads a file, or why none does. */
export type FormatChoice =
  | { readonly format: Format; readonly file: TranscriptFile; readonly candidates: Candidates }
  | { readonly format: null; readonly problem: Problem; readonly candidates: Candidates }

type Candidates = readonly Candidate[]

/** The choice for a text that is certainly in a common format; `null` for any other, which needs the whole registry. */
export function chooseCommonFormat(
  file: TranscriptFile,
  mimeType: string | undefined,
): FormatChoice | null {
  const candidates = rankFormats(commonFormats, headOf(file), mimeType)
  const [first] = candidates
  if (first?.score !== 'certain') return null
  const format = commonFormats.find(({ id }) => id === first.format)!
  return { format, file, candidates }
}

export function headOf(file: TranscriptFile): FileHead {
  return {
    text: file.text.slice(0, headLength),
    bytes: file.bytes.subarray(0, headLength),
    fileName: file.fileName,
    extension: extensionOf(file.fileName),
    json: file.json,
    entries: () => namesInZip(file.bytes),
  }
}
