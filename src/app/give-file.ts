/** The browser has started to read the file by then. */
const lifetimeMs = 60_000

/** Offers a file as a download of the browser; nothing leaves the machine. */
export function giveFile(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), lifetimeMs)
}
