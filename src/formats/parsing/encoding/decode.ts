import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { looksLikeJson } from '../refusals/refuse-text.ts'
import { findByteOrderMark } from './byte-order-mark.ts'
import { decodeDos } from './dos-encodings.ts'
import { countSuspicious, undoEncodedTwice } from './encoded-twice.ts'
import { normaliseText } from './normalise-text.ts'
import { guessUtf16 } from './utf16-parity.ts'
import { repairWindows1252 } from './windows-1252.ts'

export interface DecodedText {
  readonly text: string
  /** The WHATWG label of the encoding that was used. */
  readonly encoding: string
  readonly problems: Problem[]
}

/** So many signs of text that was encoded twice are no chance. */
const leastSuspicious = 3

/**
 * Decodes bytes as text. The encoding is, in this order: `wanted` (`cp850`, `cp852`, or any label that `TextDecoder` accepts), the byte
 * order mark, UTF-16 detected by its NULs, ISO-2022-JP by its escape sequences, UTF-8 if valid, the encoding that XML or HTML declares, else a statistical guess
 * or Windows-1252, with a warning. Text in Unicode that was encoded twice is decoded twice, unless `wanted` says how.
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
      message: `“${wanted.slice(0, 40)}” is not a known encoding, so the encoding of ${name} was detected instead.`,
    }
    const found = await detectAndDecode(bytes, name)
    return { ...found, problems: [problem, ...found.problems] }
  }
  return detectAndDecode(bytes, name)
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  const dos = decodeDos(bytes, label)
  if (dos !== null) return { text: normaliseText(dos), encoding: label.toLowerCase(), problems: [] }
  try {
    const decoder = new TextDecoder(label)
    const { encoding } = decoder
    const decoded = decoder.decode(bytes)
    const text = encoding === 'windows-1252' ? repairWindows1252(decoded) : decoded
    return { text: normaliseText(text), encoding, problems: [] }
  } catch {
    return null
  }
}

async function detectAndDecode(bytes: Uint8Array, name: string): Promise<DecodedText> {
  const encoding = findByteOrderMark(bytes) ?? guessUtf16(bytes)
  if (encoding !== null && encoding !== 'utf-32') {
    return decodeTwice(decodeAs(bytes, encoding)!, name)
  }
  // seven bits, so that it is valid UTF-8 as well
  if (isIso2022Jp(bytes)) return decodeAs(bytes, 'iso-2022-jp')!
  return decodeUtf8(bytes, name) ?? decodeUnmarked(bytes, name)
}

/** Whether the bytes switch to Japanese letters and back, by escape sequences. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  if (!bytes.subarray(0, 64 * 1024).includes(0x1b)) return false
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64 * 1024))
  // eslint-disable-next-line no-control-regex -- the escape character is what is looked for
  return /\x1b\$[@B][!-~]{2}/.test(head) && /\x1b\([BJ]/.test(head)
}

function decodeUtf8(bytes: Uint8Array, name: string): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  // one character a byte: nothing beyond ASCII, or damaged
  const isAscii = text.length === bytes.length && !text.includes('\uFFFD')
  if (isAscii) return { text: normaliseText(text), encoding: 'utf-8', problems: [] }
  if (!text.includes('\uFFFD') || isStrictUtf8(bytes)) {
    return decodeTwice({ text: normaliseText(text), encoding: 'utf-8', problems: [] }, name)
  }
  const damaged = countMatches(text, /\uFFFD/g)
  const nonAscii = countMatches(text, /[^\0-\x7f\uFFFD]/g)
  // JSON is UTF-8 (RFC 8259). whisper.cpp splits characters across tokens, which makes its JSON invalid UTF-8.
  const isJson = nonAscii > 0 && looksLikeJson(text)
  if (damaged * 10 > nonAscii && !isJson) return null
  const problem: Problem = {
    code: 'encoding-damaged',
    severity: 'warning',
    message: `${name} is UTF-8, but ${countOf(damaged, 'character')} in it ${damaged === 1 ? 'is' : 'are'} damaged and shown as �. Export or download it again to get the rest.`,
  }
  return { text: normaliseText(text), encoding: 'utf-8', problems: [problem] }
}

function decodeTwice(decoded: DecodedText, name: string): DecodedText {
  const undone = undoEncodedTwice(decoded.text)
  if (undone !== null) {
    const problem: Problem = {
      code: 'encoding-twice',
      severity: 'note',
      message: `${name} was encoded as UTF-8 twice (“Ã©” for “é”) and was decoded twice. If letters look wrong, choose UTF-8 as its encoding.`,
    }
    return { ...decoded, text: normaliseText(undone), problems: [problem] }
  }
  const count = countSuspicious(decoded.text)
  if (count < leastSuspicious) return decoded
  const problem: Problem = {
    code: 'encoding-twice',
    severity: 'warning',
    message: `${countOf(count, 'letter')} of ${name} were probably encoded as UTF-8 twice (“Ã©” for “é”), but not all of its text was, so it is shown unchanged. Export or download it again.`,
  }
  return { ...decoded, problems: [problem] }
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

/** The encoding that an XML declaration or an HTML `meta` names. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  const found =
    /^\s*<\?xml\s[^<>]{0,200}encoding\s?=\s?["']([\w.:-]{2,40})/.exec(head) ??
    /<meta\s[^<>]{0,200}charset\s?=\s?["']?([\w.:-]{2,40})/i.exec(head)
  return found?.[1] ?? null
}

async function decodeUnmarked(bytes: Uint8Array, name: string): Promise<DecodedText> {
  const declared = decodeAs(bytes, declaredEncoding(bytes) ?? '')
  if (declared !== null && declared.encoding !== 'utf-8') return declared
  const { guessEncoding } = await import('./guess-encoding.ts')
  const guessed = guessEncoding(
    bytes,
    globalThis.navigator?.languages ?? [],
    (lines, encoding) => decodeAs(lines, encoding)?.text ?? '',
  )
  const decoded = decodeAs(bytes, guessed ?? 'windows-1252')!
  return {
    ...decoded,
    problems: [
      {
        code: 'encoding-guessed',
        severity: 'warning',
        message: `${name} is not in UTF-8 and was read as ${decoded.encoding}, judging by its letters. If letters look wrong, choose another encoding.`,
      },
    ],
  }
}
