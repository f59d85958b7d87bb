const ordinal = String.raw`(?:\d{1,3}|[IVX]{1,5}|[A-D]|one|two|three|four|five|six)`
const kind = 'tape|side|part|reel|cassette|disc|disk|cd|session|recording|interview|file|track'
const end = new RegExp(String.raw`^(?:end of|ende von|fin de)\s+((?:${kind})\b[^.!?]{0,60})$`, 'i')
const beginning = new RegExp(
  String.raw`^(?:(?:beginning|begin|start) of\s+)?((?:${kind})\s+#?${ordinal}\b(?:[\s,;:–—-]+(?:(?:${kind})\s+)?${ordinal})?)$`,
  'i',
)

export interface PartLabel {
  /** `TAPE 1, SIDE 1` */
  readonly title: string
  /** The label ends the part; else it begins it. */
  readonly isEnd: boolean
}

/** A line in brackets or capitals that says where a tape, a side or another part begins or ends; `null` for any other. */
export function partLabel(line: string): PartLabel | null {
  if (line.length > 100) return null
  const text = line.trim()
  const inside = /^(?:[[({<*_=-]+\s*)(.*?)(?:\s*[\])}>*_=-]+)$/.exec(text)?.[1]
  const label = inside ?? text
  if (inside === undefined && /\p{Ll}/u.test(text)) return null
  const ended = end.exec(label)?.[1]
  if (ended !== undefined) return { title: ended.trim(), isEnd: true }
  const begun = beginning.exec(label)?.[1]
  return begun === undefined ? null : { title: begun.trim(), isEnd: false }
}
