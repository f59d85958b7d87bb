import { isPdf } from './pdf/is-pdf.ts'
import { isZip } from './zip/is-zip.ts'

/** Whether a file is no text, but packs text that only its reader finds, and perhaps much of it: ZIP and PDF. */
export function isPacked(bytes: Uint8Array): boolean {
  return isZip(bytes) || isPdf(bytes)
}
