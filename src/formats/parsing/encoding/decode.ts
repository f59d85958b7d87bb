import type { Problem } from '#transcript/problem.ts'
import { looksLikeJson } from '../refusals/refuse-text.ts'
import { findByteOrderMark } from './byte-order-mark.ts'
import { normaliseText } from './normalise-text.ts'
import { guessUtf16 } from './utf16-parity.ts'
import { mendWindows1252 } from './windows-1252.ts'

export interface DecodedText {
  readonly text: string
  /** The WHATWG label of the encoding it was read with. */
  readonly encoding: string
  readonly problems: Problem[]
}

/**
 * Bytes as text: what the caller asks for, else the byte order mark, else UTF-16 by its NULs, else
 * UTF-8, else what the letters look like, or Windows-1252, with a warning. `wanted` is any label `TextDecoder`
 * knows.
 */
export async function decodeText(
  bytes: Uint8Array,
  name: string,
  wanted?: string,
): Promise<DecodedText> {
  if (wanted !== undefined) {
    const asked = decodeAs(bytes, wanted)
    if (asked !== null) return asked
    const problem: Problem = {
      code: 'encoding-unknown',
      severity: 'warning',
      message: `No encoding is called “${wanted.slice(0, 40)}”, so ${name} was read as if none had been named.`,
    }
    const found = await detectAndDecode(bytes, name)
    return { ...found, problems: [problem, ...found.problems] }
  }
  return detectAndDecode(bytes, name)
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(label)
    const { encoding } = decoder
    const decoded = decoder.decode(bytes)
    const text = encoding === 'windows-1252' ? mendWindows1252(decoded) : decoded
    return { text: normaliseText(text), encoding, problems: [] }
  } catch {
    return null
  }
}

async function detectAndDecode(bytes: Uint8Array, name: string): Promise<DecodedText> {
  const encoding = findByteOrderMark(bytes) ?? guessUtf16(bytes)
  if (encoding !== null && encoding !== 'utf-32') return decodeAs(bytes, encoding)!
  return decodeUtf8(bytes, name) ?? decodeUnmarked(bytes, name)
}

function decodeUtf8(bytes: Uint8Array, name: string): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\uFFFD') || isStrictUtf8(bytes)) {
    return { text: normaliseText(text), encoding: 'utf-8', problems: [] }
  }
  const damaged = countMatches(text, /\uFFFD/g)
  const foreign = countMatches(text, /[^\0-\x7f\uFFFD]/g)
  // JSON is UTF-8 by RFC 8259; whisper.cpp splits its letters over tokens
  const isJson = foreign > 0 && looksLikeJson(text)
  if (damaged * 10 > foreign && !isJson) return null
  const problem: Problem = {
    code: 'encoding-damaged',
    severity: 'warning',
    message: `${damaged.toLocaleString('en')} of the characters in ${name} ${damaged === 1 ? 'is' : 'are'} damaged and shown as �; the rest is UTF-8.`,
  }
  return { text: normaliseText(text), encoding: 'utf-8', problems: [problem] }
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count += 1
  return count
}

async function decodeUnmarked(bytes: Uint8Array, name: string): Promise<DecodedText> {
  const { guessEncoding } = await import('./guess-encoding.ts')
  const guessed = guessEncoding(bytes, globalThis.navigator?.languages ?? [])
  const decoded = decodeAs(bytes, guessed ?? 'windows-1252')!
  return {
    ...decoded,
    problems: [
      {
        code: 'encoding-guessed',
        severity: 'warning',
        message: `${name} is not in UTF-8 and was read as ${decoded.encoding}, which its letters look like; if they look wrong, choose another encoding.`,
      },
    ],
  }
}
