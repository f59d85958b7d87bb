/** How much of a file `looksLikePeaks` wants to see, bytes. */
export const peaksHeadLength = 512

/**
 * Whether a file that begins so is one of audiowaveform's: by its header, or by what only its JSON says. By
 * its name, `.dat`, only where the header is of a version that nobody knows yet.
 */
export function looksLikePeaks(head: Uint8Array, name: string): boolean {
  return isDat(head, name) || isJson(head)
}

function isDat(head: Uint8Array, name: string): boolean {
  if (head.length < 8) return false
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const version = view.getInt32(0, true)
  if (view.getUint32(4, true) > 1 || version < 1 || version > 9) return false
  if (/\.dat$/i.test(name)) return true
  if (version > 2 || head.length < 20) return false
  return view.getInt32(8, true) >= 1_000 && view.getInt32(12, true) >= 1
}

function isJson(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, peaksHeadLength))
  if (!/^\s*\{/.test(text)) return false
  // In the text of a transcript, quotation marks would stand behind a backslash.
  return /"samples_per_pixel"\s*:/.test(text) || /^\s*\{\s*"data"\s*:\s*\[\s*-?\d/.test(text)
}
