/** What Chromium, Firefox and WebKit say of an `import()` whose file cannot be had. */
const notImported = /dynamically imported module|importing a module script failed/i
/** What `connectWorker` says of a worker whose file cannot be had. */
const notStarted = /could not be loaded$/

/** Whether a message says that code of Earshot could not be loaded: no network, a busy server, a new deployment. */
export const saysMissingPart = (message: string): boolean =>
  notImported.test(message) || notStarted.test(message)

/** The failure of a worker's call in words for a listener: browsers name the address of the missing file. */
export function explainMissingPart(error: unknown): unknown {
  const isMissing = error instanceof Error && notImported.test(error.message)
  return isMissing ? new Error('a part of Earshot could not be loaded', { cause: error }) : error
}
