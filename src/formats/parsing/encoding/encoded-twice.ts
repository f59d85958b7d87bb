import { repairWindows1252 } from './windows-1252.ts'

/** The encodings for which UTF-8 was taken before it was encoded once more. */
const mistaken = ['windows-1252', 'windows-1250', 'windows-1251'] as const
/** What UTF-8 of Western letters and punctuation looks like in Windows-1252. */
const usualSign = /[ÂÃâ]/
/** UTF-8 that was taken for Windows-1252, though the rest of the text may forbid to undo it. */
const suspicious = /Ã[\u00a0-\u00bf]|Â[\u00a0-\u00bf]|â€[™œ“”\u009d¦]/g
const mostRounds = 3

/**
 * The text that was encoded as UTF-8 twice, as it was meant: `dÃ©jÃ ` is `déjà`. `null` unless all of its letters
 * outside ASCII are UTF-8 when they are written in the mistaken encoding. Takes linear time.
 */
export function undoEncodedTwice(text: string): string | null {
  let undone: string | null = null
  for (let round = 0; round < mostRounds; round += 1) {
    const next = undoOnce(undone ?? text)
    if (next === null) break
    undone = next
  }
  // nobody means control characters
  if (undone === null || /[\u0080-\u009f]/.test(undone)) return null
  return undone.startsWith('\uFEFF') ? undone.slice(1) : undone
}

/** How often a text has letters that were probably encoded twice. */
export function countSuspicious(text: string): number {
  return text.includes('Ã') || text.includes('Â') || text.includes('â€')
    ? (text.match(suspicious)?.length ?? 0)
    : 0
}

function undoOnce(text: string): string | null {
  if (!/[^\0-\x7f]/.test(text)) return null
  for (const encoding of mistaken) {
    const undone = undoFrom(text, encoding)
    if (undone !== null) return undone
  }
  return null
}

function undoFrom(text: string, encoding: string): string | null {
  const bytes = bytesIn(encoding)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pieces: string[] = []
  let at = 0
  let signs = 0
  for (const { 0: run, index } of text.matchAll(/[^\0-\x7f]+/g)) {
    const written = Array.from(run, (letter) => bytes.get(letter))
    if (written.includes(undefined)) return null
    try {
      const meant = decoder.decode(Uint8Array.from(written as number[]))
      if (meant.includes('\uFFFD')) return null
      pieces.push(text.slice(at, index), meant)
      signs += [...meant].length
    } catch {
      return null
    }
    at = index + run.length
  }
  // “CAFÉ…” is one valid pair, too
  if (signs < 2 && !usualSign.test(text)) return null
  return pieces.join('') + text.slice(at)
}

/** The byte of each character from 0x80 on; the codes that an encoding leaves out are control characters. */
function bytesIn(encoding: string): ReadonlyMap<string, number> {
  const upper = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
  const decoded = new TextDecoder(encoding).decode(upper)
  const letters = encoding === 'windows-1252' ? repairWindows1252(decoded) : decoded
  const bytes = new Map(Array.from(letters, (letter, index) => [letter, 128 + index] as const))
  for (let code = 0x80; code < 0xa0; code += 1) {
    const control = String.fromCharCode(code)
    if (!bytes.has(control)) bytes.set(control, code)
  }
  return bytes
}
