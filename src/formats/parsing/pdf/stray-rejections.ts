type Listener = (reason: unknown, promise: unknown) => void

/** What is used of Node's `process`. */
interface Process {
  listeners(event: 'unhandledRejection'): Listener[]
  removeAllListeners(event: 'unhandledRejection'): void
  on(event: 'unhandledRejection', listener: Listener): void
}

let isWatching = false

/**
 * Ignores rejections of pdf.js that nobody can handle, from now on: it fetches the pages ahead (`Catalog.getPageDict`), and
 * forgets the promise of a damaged one. In Node they would end the program; in browsers they are complaints in the console.
 * The page is reported as damaged all the same.
 */
export function ignoreStrayRejections(): void {
  if (isWatching) return
  isWatching = true
  const { process, addEventListener } = globalThis as {
    process?: Partial<Process>
    addEventListener?: typeof globalThis.addEventListener
  }
  addEventListener?.('unhandledrejection', (event) => {
    if (isOfPdfjs(event.reason)) event.preventDefault()
  })
  if (process?.listeners === undefined) return
  const node = process as Process
  const others = node.listeners('unhandledRejection')
  node.removeAllListeners('unhandledRejection')
  node.on('unhandledRejection', (reason, promise) => {
    if (isOfPdfjs(reason)) return
    if (others.length === 0) throw reason
    for (const listener of others) listener(reason, promise)
  })
}

function isOfPdfjs(reason: unknown): boolean {
  return /\/pdf\.worker|\/pdfjs/.test((reason as { stack?: string } | null)?.stack ?? '')
}
