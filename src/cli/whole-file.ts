import { rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const begun = new Set<string>()
// A process that is terminated leaves no incomplete file.
process.once('exit', () => {
  for (const path of begun) rmSync(path, { force: true })
})

/**
 * Writes a file so that it is there whole or not at all, whatever happens meanwhile; its folder is made. Rejects
 * as the file system does.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  // In the same folder: only there it gets its name in one step.
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  begun.add(part)
  try {
    const file = await open(part, 'w')
    try {
      await file.writeFile(content)
      // Some file systems would keep the name and lose the content, should the power fail.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    begun.delete(part)
  }
}
