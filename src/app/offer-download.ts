/** After this time the browser has started to read the file, milliseconds. */
const lifetimeMs = 60_000

/** Lets the browser save a file; nothing leaves this machine. */
export function offerDownload(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), lifetimeMs)
}
