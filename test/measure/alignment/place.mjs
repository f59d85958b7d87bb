import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Out of git's sight. What lies here can be deleted; it is built again. */
export const alignmentFolder = join(import.meta.dirname, '../../../.cache/alignment')

/** A folder for one kind of thing, made where it is missing. */
export function folderFor(kind) {
  const folder = join(alignmentFolder, kind)
  mkdirSync(folder, { recursive: true })
  return folder
}
