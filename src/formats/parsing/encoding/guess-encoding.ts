import { analyse } from 'chardet'
import { encodingByLetters } from './letter-evidence.ts'

/** Matches of lower confidence (0 to 100) are ignored. */
const leastConfidence = 15
/** Among matches within this distance of the best one, an encoding of the user's languages is preferred. */
const preferenceMargin = 20
const sampleSize = 64 * 1024

/** chardet's names as WHATWG labels; of two nearly equal encodings, the more common one. */
const labels: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  Big5: 'big5',
  GB18030: 'gb18030',
  Shift_JIS: 'shift_jis',
}

/** The encodings that languages used before UTF-8, by language tag prefix. */
const legacyEncodings: readonly (readonly [languages: RegExp, encoding: string])[] = [
  [/^(?:cs|sk|pl|hu|ro|hr|sl|bs|sq)\b/, 'windows-1250'],
  [/^(?:ru|bg|uk|be|sr|mk)\b/, 'windows-1251'],
  [/^(?:ar|fa|ur|ckb|ps)\b/, 'windows-1256'],
  [/^el\b/, 'windows-1253'],
  [/^tr\b/, 'windows-1254'],
  [/^(?:he|iw)\b/, 'windows-1255'],
]

/**
 * Guesses the encoding of text that is neither Unicode nor ASCII from its letters and the user's languages (BCP 47
 * tags). Returns a label that `decode` knows, or `null` if no encoding is likely.
 */
export function guessEncoding(
  bytes: Uint8Array,
  languages: readonly string[],
  decode: (bytes: Uint8Array, encoding: string) => string,
): string | null {
  const lines = linesWithLetters(bytes)
  const guessed = guessByStatistics(lines, languages)
  return encodingByLetters(guessed, (encoding) => decode(lines, encoding)) ?? guessed
}

function guessByStatistics(lines: Uint8Array, languages: readonly string[]): string | null {
  const matches = analyse(lines)
    .map(({ name, confidence }) => ({ label: labels[name] ?? name.toLowerCase(), confidence }))
    .filter(({ label, confidence }) => confidence >= leastConfidence && isDecodable(label))
  const [best] = matches
  if (best === undefined) return null
  const own = legacyEncodings.filter(([spoken]) =>
    languages.some((tag) => spoken.test(tag.toLowerCase())),
  )
  const likelier = matches.find(
    ({ label, confidence }) =>
      confidence >= best.confidence - preferenceMargin &&
      own.some(([, encoding]) => encoding === label),
  )
  return (likelier ?? best).label
}

/** Keeps only lines with non-ASCII letters: times and numbers say nothing about the encoding. */
function linesWithLetters(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(Math.min(bytes.length, sampleSize))
  let length = 0
  let begin = 0
  while (begin < bytes.length && length < kept.length) {
    const found = bytes.indexOf(0x0a, begin)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(begin, Math.min(end, begin + kept.length - length))
    if (line.some((byte) => byte >= 0x80)) {
      kept.set(line, length)
      length += line.length
    }
    begin = end
  }
  return kept.subarray(0, length)
}

function isDecodable(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8'
  } catch {
    return false
  }
}
