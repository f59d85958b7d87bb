const signs: readonly RegExp[] = [
  /^#{1,6}\s+\S/m,
  /\]\((?:[^()\s]{0,400}|[^()\s]{0,200}\s"[^"\n]{0,200}")\)/,
  /!\[[^[\]\n]{0,200}\]\(/,
  /^(?:```|~~~)/m,
  /(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?![*\w])/,
  /^\|?\s?:?-{3,}:?\s?\|/m,
]

/** How many kinds of Markdown syntax occur in a text; front matter alone counts as two. */
export function countSigns(text: string): number {
  const matter = /^---\n(?:[\w-]{1,40}:[^\n]{0,1000}\n|[\s-][^\n]{0,1000}\n){1,100}---\n/.test(text)
  return (matter ? 2 : 0) + signs.filter((sign) => sign.test(text)).length
}
