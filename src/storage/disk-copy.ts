/** Bytes that are on their way to the disk. */
export interface DiskCopy {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** All that was written, on the disk. */
  finish(): Promise<Blob>
  /** Takes it off the disk. Never throws. */
  discard(): void
}

const prefix = 'copy-'
/** Where there is no private disk, so many bytes are handed to the browser at once, which keeps them where it likes. */
const portion = 8 * 2 ** 20

/**
 * A file that lasts no longer than the page: in the origin private file system
 * (https://fs.spec.whatwg.org/), or in the browser's store of Blobs where there is none (WebKitGTK). Rejects
 * with a QuotaExceededError when the disk is full.
 */
export async function createDiskCopy(): Promise<DiskCopy> {
  const folder = await openFolder()
  return folder ? createFile(folder) : createPile()
}

async function createFile(folder: FileSystemDirectoryHandle): Promise<DiskCopy> {
  const name = prefix + crypto.randomUUID()
  const release = holdLock(name)
  const handle = await folder.getFileHandle(name, { create: true })
  const file = await handle.createWritable()
  return {
    write: (bytes) => file.write(bytes),
    async finish() {
      await file.close()
      return handle.getFile()
    },
    discard() {
      release()
      file
        .abort()
        .catch(() => undefined)
        .then(() => folder.removeEntry(name))
        .catch(() => undefined)
    },
  }
}

function createPile(): DiskCopy {
  let pile = new Blob()
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const hand = () => {
    pile = new Blob([pile, ...waiting])
    waiting = []
    size = 0
  }
  return {
    write(bytes) {
      waiting.push(bytes)
      size += bytes.length
      if (size >= portion) hand()
      return Promise.resolve()
    },
    finish() {
      hand()
      return Promise.resolve(pile)
    },
    discard() {
      pile = new Blob()
      waiting = []
    },
  }
}

/** Takes what pages that were closed have left off the disk. Never throws. */
export async function removeLeftovers(): Promise<void> {
  try {
    const folder = await openFolder()
    if (!folder || !('locks' in navigator)) return
    const { held = [] } = await navigator.locks.query()
    const inUse = new Set(held.map(({ name }) => name))
    for await (const name of folder.keys()) {
      if (name.startsWith(prefix) && !inUse.has(name)) await folder.removeEntry(name)
    }
  } catch {
    // What is left over now is found the next time.
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const folder = await navigator.storage.getDirectory()
    const canWrite = 'createWritable' in FileSystemFileHandle.prototype
    return canWrite ? folder : null
  } catch {
    return null
  }
}

/** Tells other pages that this file has an owner, for as long as this page lives. */
function holdLock(name: string): () => void {
  let release: () => void = () => {}
  if ('locks' in navigator) {
    const released = new Promise<void>((resolve) => (release = resolve))
    navigator.locks.request(name, () => released).catch(() => undefined)
  }
  return release
}
