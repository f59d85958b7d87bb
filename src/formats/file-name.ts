/** A file's name for a message: one line, without control or bidirectional characters, shortened if it is long. */
export function presentName(fileName: string | undefined): string {
  const shown = (fileName ?? '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
  const letters = Array.from(shown.trim().slice(0, 1000))
  if (letters.length === 0) return 'This file'
  return letters.length > 80
    ? `${letters.slice(0, 60).join('')}…${letters.slice(-12).join('')}`
    : letters.join('')
}

export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot === -1 ? '' : fileName.slice(dot + 1).toLowerCase()
}
