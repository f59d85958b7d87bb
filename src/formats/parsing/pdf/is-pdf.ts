/** Whether a file begins like a PDF, perhaps behind a byte order mark or blanks. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  return /^(?:\u00ef\u00bb\u00bf)?\s*%PDF/.test(start)
}
