/** JSON with one segment per line: readable and diffable, but smaller than with indentation. */
export function jsonDocument(head: object, segments: readonly object[]): string {
  const opening = JSON.stringify({ ...head, segments: [] }).slice(0, -2)
  const lines = segments.map((segment) => `\n${JSON.stringify(segment)}`)
  return `${opening}${lines.join(',')}\n]}\n`
}
