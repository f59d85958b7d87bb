const known =
  /\.(?:mp3|mp4|m4a|m4b|m4v|mov|mka|mkv|aac|ac3|aiff?|amr|avi|caf|flac|og[agv]|opus|wav|weba|webm|wma|wmv|3gp|srt|vtt|webvtt|json|jsonl|txt|text|md|markdown|docx?|csv|tsv|ttml|dfxp|xml|textgrid|sbv|lrc|ass|ssa|html?|eaf|smil|epub|otr|pdf|rtf)$/i

/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i

const longest = 100
/** Most file systems limit names to 255 bytes. */
const mostBytes = 240

/**
 * Makes a file name for an export from the name of the recording or transcript: no path, no control or bidirectional
 * characters, no reserved names, at most 100 characters including the extension.
 */
export function exportName(name: string | undefined, extension: string): string {
  const last = (name ?? '').slice(-4000).split(/[/\\]/).at(-1)!
  const plain = last
    .normalize('NFC')
    .replace(
      /\p{Surrogate}|[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
      '',
    )
    .replace(known, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
  const end = `.${extension}`
  let base = ''
  let bytes = end.length
  let count = end.length
  for (const character of trimDots(plain)) {
    bytes += new TextEncoder().encode(character).length
    count += character.length
    if (count > longest || bytes > mostBytes) break
    base += character
  }
  const safe = trimDots(base)
  if (safe === '') return `transcript${end}`
  return `${reserved.test(safe) ? `transcript-${safe}`.slice(0, longest - end.length) : safe}${end}`
}

/** Windows drops dots and blanks at the end; a dot at the beginning hides a file. */
function trimDots(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && /[\s.]/.test(text[from]!)) from += 1
  while (to > from && /[\s.]/.test(text[to - 1]!)) to -= 1
  return text.slice(from, to)
}
