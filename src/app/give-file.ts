/** Browsers have begun to read it by then, milliseconds. */
const readByThenMs = 60_000

/** Gives a file to the listener, as the browser gives downloads: nothing leaves the machine. */
export function giveFile(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), readByThenMs)
}
