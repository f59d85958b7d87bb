import { downloadParts } from '#sources/download.ts'
import { createDiskCopy } from '#storage/disk-copy.ts'

/** Copies what lies at an address to the disk. Rejects as the download and the disk do. */
export async function downloadToDisk(
  address: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<{ readonly blob: Blob; release(): void }> {
  const copy = await createDiskCopy()
  try {
    let received = 0
    let reported = 0
    for await (const { bytes, total } of downloadParts(address, signal)) {
      await copy.write(bytes as Uint8Array<ArrayBuffer>)
      received += bytes.length
      // As often as somebody sees it.
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
