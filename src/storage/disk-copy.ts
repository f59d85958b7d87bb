/** A temporary file that is being written. */
export interface DiskCopy {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Closes the file and returns it. */
  finish(): Promise<Blob>
  /** Deletes the file. Never throws. */
  discard(): void
}

const prefix = 'copy-'
/** Without a private file system, this many bytes at a time are handed to the browser as a Blob. */
const chunkBytes = 8 * 2 ** 20

/**
 * Creates a file that lasts no longer than the page: in the origin private file system (https://fs.spec.whatwg.org/),
 * or as a Blob where there is none (WebKitGTK). Rejects with a QuotaExceededError when the disk is full.
 */
export async function createDiskCopy(): Promise<DiskCopy> {
  const folder = await openFolder()
  return folder ? createFile(folder) : createBlob()
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

function createBlob(): DiskCopy {
  let blob = new Blob()
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const flush = () => {
    blob = new Blob([blob, ...waiting])
    waiting = []
    size = 0
  }
  return {
    write(bytes) {
      waiting.push(bytes)
      size += bytes.length
      if (size >= chunkBytes) flush()
      return Promise.resolve()
    },
    finish() {
      flush()
      return Promise.resolve(blob)
    },
    discard() {
      blob = new Blob()
      waiting = []
    },
  }
}

/** Deletes the files of pages that have been closed. Never throws. */
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
    // The next page deletes what is left now.
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

/** Marks the file as in use by this page, for `removeLeftovers` of other pages. */
function holdLock(name: string): () => void {
  let release: () => void = () => {}
  if ('locks' in navigator) {
    const released = new Promise<void>((resolve) => (release = resolve))
    navigator.locks.request(name, () => released).catch(() => undefined)
  }
  return release
}
