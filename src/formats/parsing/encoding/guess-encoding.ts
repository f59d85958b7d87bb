import { analyse } from 'chardet'

/** Matches of less confidence (0 to 100) are no better than none. */
const leastConfidence = 15
/** Within this of the best, what the listener's languages are written in is likelier. */
const nearly = 20
const looked = 64 * 1024

/** chardet's names as WHATWG labels; of two encodings that are nearly one, the one that is in use. */
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

/** What languages were written in before UTF-8, by the beginning of their tags. */
const usual: readonly (readonly [languages: RegExp, encoding: string])[] = [
  [/^(?:cs|sk|pl|hu|ro|hr|sl|bs|sq)\b/, 'windows-1250'],
  [/^(?:ru|bg|uk|be|sr|mk)\b/, 'windows-1251'],
  [/^(?:ar|fa|ur|ckb|ps)\b/, 'windows-1256'],
  [/^el\b/, 'windows-1253'],
  [/^tr\b/, 'windows-1254'],
  [/^(?:he|iw)\b/, 'windows-1255'],
]

/**
 * The encoding of text that is neither Unicode nor ASCII, by its letters and by the languages of who reads it
 * (BCP 47): a WHATWG label, or `null` where nothing is likely.
 */
export function guessEncoding(bytes: Uint8Array, languages: readonly string[]): string | null {
  const matches = analyse(linesWithLetters(bytes))
    .map(({ name, confidence }) => ({ label: labels[name] ?? name.toLowerCase(), confidence }))
    .filter(({ label, confidence }) => confidence >= leastConfidence && isDecodable(label))
  const [best] = matches
  if (best === undefined) return null
  const own = usual.filter(([spoken]) => languages.some((tag) => spoken.test(tag.toLowerCase())))
  const likelier = matches.find(
    ({ label, confidence }) =>
      confidence >= best.confidence - nearly && own.some(([, encoding]) => encoding === label),
  )
  return (likelier ?? best).label
}

/** Times and numbers tell nothing: only lines with letters beyond ASCII are looked at. */
function linesWithLetters(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(Math.min(bytes.length, looked))
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
