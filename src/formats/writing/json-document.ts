/** JSON with a segment a line: to be read by people and compared by tools, without the weight of indents. */
export function jsonDocument(head: object, segments: readonly object[]): string {
  const opening = JSON.stringify({ ...head, segments: [] }).slice(0, -2)
  const lines = segments.map((segment) => `\n${JSON.stringify(segment)}`)
  return `${opening}${lines.join(',')}\n]}\n`
}
