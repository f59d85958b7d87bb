import { open } from 'node:fs/promises'
import type { ByteSource } from '#audio/byte-source.ts'
import { refuseSpecial } from '../regular-file.ts'

export interface FileBytes extends ByteSource {
  close(): Promise<void>
}

/** Opens a file for random access. Rejects with the error of the file system, and for pipes and devices. */
export async function openFileBytes(path: string): Promise<FileBytes> {
  await refuseSpecial(path)
  const file = await open(path)
  const { size } = await file.stat()
  return {
    size,
    async read(from, to, signal) {
      signal?.throwIfAborted()
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from))
      let at = 0
      while (at < bytes.length) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at)
        if (bytesRead === 0) throw new Error('the file has become shorter since it was opened')
        at += bytesRead
      }
      return bytes
    },
    close: () => file.close(),
  }
}
