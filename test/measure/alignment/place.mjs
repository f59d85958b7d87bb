import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Ignored by git. Files here can be deleted; they are built again. */
export const alignmentFolder = join(import.meta.dirname, '../../../.cache/alignment')

/** A subfolder, created if it is missing. */
export function folderFor(kind) {
  const folder = join(alignmentFolder, kind)
  mkdirSync(folder, { recursive: true })
  return folder
}
