/**
 * The local name of a file's root element, or `null` if the file does not look like XML. Skips an XML declaration,
 * comments, processing instructions and a DTD, in one pass.
 */
export function rootName(head: string): string | null {
  let at = 0
  for (;;) {
    at = skipBlank(head, at)
    if (head[at] !== '<') return null
    const end = endOfMiscellany(head, at)
    if (end === null) break
    if (end === -1) return null
    at = end
  }
  const tag = /^<(?:[\p{L}_][\p{L}\p{N}_.-]{0,60}:)?([\p{L}_][\p{L}\p{N}_.-]{0,60})[\s/>]/u.exec(
    head.slice(at, at + 200),
  )
  return tag?.[1] ?? null
}

/**
 * The offset after a declaration, comment, processing instruction or DTD; `null` at an element, -1 if the construct is
 * not closed.
 */
function endOfMiscellany(head: string, at: number): number | null {
  if (head.startsWith('<?', at)) return after(head, '?>', at)
  if (head.startsWith('<!--', at)) return after(head, '-->', at)
  if (!/^<!doctype/i.test(head.slice(at, at + 9))) return null
  const closing = head.indexOf('>', at)
  const subset = head.indexOf('[', at)
  if (subset === -1 || (closing !== -1 && closing < subset)) return after(head, '>', at)
  const bracket = after(head, ']', subset)
  return bracket === -1 ? -1 : after(head, '>', bracket)
}

function after(head: string, mark: string, from: number): number {
  const at = head.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

function skipBlank(head: string, from: number): number {
  let at = from
  while (at < head.length && /\s/.test(head[at]!)) at += 1
  return at
}
