import { downloadParts } from '#sources/download.ts'
import type { DownloadOptions } from '#sources/download.ts'
import { createDiskCopy } from '#storage/disk-copy.ts'

/** Downloads an address to a temporary file. Rejects with the failure of the download or of the disk. */
export async function downloadToDisk(
  address: string,
  {
    signal,
    onProgress,
    onWait,
  }: DownloadOptions & { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<{ readonly blob: Blob; release(): void }> {
  const copy = await createDiskCopy()
  try {
    let received = 0
    let reported = 0
    for await (const { bytes, total } of downloadParts(address, signal, { onWait })) {
      await copy.write(bytes as Uint8Array<ArrayBuffer>)
      received += bytes.length
      // Progress is reported in steps of one percent.
      if (total === null || received - reported < total / 100) continue
      reported = received
      onProgress(received / total)
    }
    return { blob: await copy.finish(), release: copy.discard }
  } catch (error) {
    copy.discard()
    throw error
  }
}
