/** HTML elements that Markdown may contain; `<Ada>` is not one of them and stays. */
const tags =
  'a|abbr|article|aside|audio|b|big|blockquote|body|button|center|cite|code|del|details|dd|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr'
const tag = new RegExp(`</?(?:${tags})(?:\\s[^<>]*)?/?>`, 'gi')
const image = /<img(?:\s[^<>]*)?\/?>/gi

export interface PlainLine {
  readonly text: string
  /** How many frames, scripts, and pictures without alternative text were removed. */
  readonly hidden: number
}

/** Removes comments, scripts and styles, but keeps their line breaks, so that line numbers stay valid. */
export function removeHidden(text: string): PlainLine {
  if (!text.includes('<')) return { text, hidden: 0 }
  let plain = removeBetween(text, /<!--/g, '-->').text
  let hidden = 0
  for (const name of ['script', 'style', 'iframe']) {
    const found = removeBetween(plain, new RegExp(`<${name}(?=[\\s>/])`, 'gi'), `</${name}>`)
    plain = found.text
    hidden += found.hidden
  }
  return { text: plain, hidden }
}

/** Removes HTML tags from a line; other text in angle brackets stays. */
export function stripTags(line: string): PlainLine {
  if (!line.includes('<')) return { text: line, hidden: 0 }
  let hidden = 0
  const text = line
    .replace(image, (written) => {
      const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(written)
      const described = (alt?.[1] ?? alt?.[2] ?? '').trim()
      if (described === '') hidden += 1
      return described
    })
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, '$1')
    .replace(tag, '')
  return { text, hidden }
}

/** Removes everything between two marks. Stops at the first mark that is never closed, so it takes linear time. */
function removeBetween(text: string, begin: RegExp, end: string): PlainLine {
  const kept: string[] = []
  const lower = text.toLowerCase()
  let at = 0
  let hidden = 0
  for (;;) {
    begin.lastIndex = at
    const found = begin.exec(text)
    const stop = found === null ? -1 : lower.indexOf(end, found.index)
    if (found === null || stop === -1) break
    const removed = text.slice(found.index, stop + end.length)
    kept.push(text.slice(at, found.index), removed.replace(/[^\n]+/g, ''))
    at = stop + end.length
    hidden += 1
  }
  kept.push(text.slice(at))
  return { text: kept.join(''), hidden }
}
