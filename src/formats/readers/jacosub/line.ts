export interface JacosubLine {
  /** `0:00:01.00`, or `@` and a count of units. */
  readonly from: string
  readonly to: string
  readonly text: string
  /** The line has the field of directives that the format asks for. */
  readonly hasDirectives: boolean
}

const time = String.raw`\d{1,3}:\d{1,2}:\d{1,2}(?:\.\d{1,3})?|@\d{1,9}`
const pattern = new RegExp(String.raw`^\s{0,9}(${time})\s+(${time})(?:\s+(.*))?$`)
/** Positions, justification, font, colour and effects, or `D` for the default. */
const directives =
  /^(?:D|\[[^\]]*\]|(?:(?:V[A-Z]{0,2}|J[A-Z]{1,2}|H[A-Z]{0,2}|F[A-Z]?|C[BFSD]|P|R|T|A|L)\d*)+)(?:\s+|$)/

/** Parses `0:00:01.00 0:00:02.10 D text`; `null` for any other line. */
export function parseJacosubLine(line: string): JacosubLine | null {
  const found = pattern.exec(line)
  if (found === null) return null
  const [, from = '', to = '', rest = ''] = found
  const hasDirectives = directives.test(rest)
  return { from, to, text: rest.replace(directives, ''), hasDirectives }
}
