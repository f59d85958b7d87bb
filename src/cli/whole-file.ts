import { rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuseSpecialTarget } from './regular-file.ts'

const incomplete = new Set<string>()
let written = 0
// A process that exits early leaves no incomplete file.
process.once('exit', () => {
  for (const path of incomplete) rmSync(path, { force: true })
})

/**
 * Writes a file atomically: it exists complete or not at all. Creates its folder. Rejects with the error of the file
 * system, and where a pipe or a device would be replaced.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  await refuseSpecialTarget(path)
  await mkdir(dirname(path), { recursive: true })
  // In the same folder, because renaming is atomic only within a file system; short, because the name may be as long as can be.
  const part = join(dirname(path), `.earshot-${process.pid}-${++written}.part`)
  incomplete.add(part)
  try {
    const file = await open(part, 'w')
    try {
      await file.writeFile(content)
      // Without this, a power failure can leave the name with no content.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    incomplete.delete(part)
  }
}
