export interface Salvage {
  /** The values that are complete before the damage, in their containers; `undefined` if none are. */
  readonly value: unknown
  /**
   * Offset of the first invalid character, or the text's length if the text is cut off; `null` if only small errors
   * were repaired.
   */
  readonly damagedAt: number | null
}

interface Patch {
  readonly from: number
  readonly to: number
  readonly by: string
}

type Expected =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing'

const literals = new Set(['true', 'false', 'null'])
/** Values that Python's `json` module writes for numbers that are not finite. */
const notNumbers = new Set(['NaN', 'Infinity', '-Infinity'])

/**
 * Parses JSON that `JSON.parse` rejects. At the damage it stops and closes the open containers. Small errors are
 * repaired: NaN and Infinity become null, trailing commas are dropped, and raw line breaks in strings become blanks.
 * One pass, no recursion.
 */
export function salvageJson(text: string): Salvage {
  const open: ('}' | ']')[] = []
  const patches: Patch[] = []
  let expected = 'value' as Expected
  let at = 0
  let wholeUntil = 0
  let comma = 0

  const close = () => {
    open.pop()
    at += 1
    completeValue()
  }
  const completeValue = () => {
    wholeUntil = at
    expected = open.length === 0 ? 'nothing' : 'comma-or-end'
  }
  const begin = (closer: '}' | ']') => {
    open.push(closer)
    at += 1
    wholeUntil = at
    expected = closer === '}' ? 'key-or-end' : 'value-or-end'
  }

  /** Consumes one token; false if the JSON grammar does not allow it here. */
  const take = (): boolean => {
    const letter = text[at]!
    const isCloser = letter === open.at(-1)
    if (expected === 'nothing') return false
    if (expected === 'colon') {
      if (letter !== ':') return false
      at += 1
      expected = 'value'
      return true
    }
    if (expected === 'comma-or-end') {
      if (isCloser) close()
      else if (letter === ',') {
        comma = at
        at += 1
        expected = open.at(-1) === '}' ? 'key' : 'value'
      } else return false
      return true
    }
    const isAfterComma = comma >= wholeUntil && comma > 0
    if (isCloser && (expected.endsWith('-or-end') || isAfterComma)) {
      if (!expected.endsWith('-or-end')) patches.push({ from: comma, to: comma + 1, by: '' })
      close()
      return true
    }
    if (expected === 'key' || expected === 'key-or-end') {
      if (letter !== '"') return false
      const end = stringEnd(text, at, patches)
      if (end === -1) return false
      at = end
      expected = 'colon'
      return true
    }
    if (letter === '{') begin('}')
    else if (letter === '[') begin(']')
    else {
      const end = letter === '"' ? stringEnd(text, at, patches) : wordEnd(text, at, patches)
      if (end === -1) return false
      at = end
      completeValue()
    }
    return true
  }

  for (at = skipBlank(text, at); at < text.length; at = skipBlank(text, at)) {
    if (!take()) break
  }
  const isWhole = at >= text.length && open.length === 0
  const closers = open.toReversed().join('')
  return {
    value: parse(applyPatches(text.slice(0, wholeUntil), patches) + closers),
    damagedAt: isWhole ? null : expected === 'nothing' ? at : damagePlace(text, at),
  }
}

/** A string or number that is incomplete at the end of the file counts as cut off, not as invalid. */
function damagePlace(text: string, at: number): number {
  if (text[at] === '"' && stringEnd(text, at, []) === -1 && !hasBadEscape(text, at))
    return text.length
  const rest = text.slice(at, at + 64)
  return /^[-+\w.]*$/.test(rest) && at + rest.length >= text.trimEnd().length ? text.length : at
}

function hasBadEscape(text: string, at: number): boolean {
  return !Number.isNaN(badEscapeAt(text, at))
}

function badEscapeAt(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] !== '\\') continue
    const escape = text[index + 1]
    if (escape !== undefined && !'"\\/bfnrtu'.includes(escape)) return index
    index += 1
  }
  return Number.NaN
}

/** The offset after the string that begins at `at`, or -1. */
function stringEnd(text: string, at: number, patches: Patch[]): number {
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x22) return index + 1
    if (code < 0x20) patches.push({ from: index, to: index + 1, by: ' ' })
    if (code !== 0x5c) continue
    const escape = text[index + 1]
    if (escape === undefined || !'"\\/bfnrtu'.includes(escape)) return -1
    if (escape === 'u' && !/^[\da-f]{4}$/i.test(text.slice(index + 2, index + 6))) return -1
    index += 1
  }
  return -1
}

/** The offset after the number or literal that begins at `at`, or -1. It may be incomplete at the end of the text. */
function wordEnd(text: string, at: number, patches: Patch[]): number {
  let end = at
  while (end < text.length && /[-+\w.]/.test(text[end]!)) end += 1
  if (end === text.length || end === at || end - at > 400) return -1
  const word = text.slice(at, end)
  if (literals.has(word) || /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(word)) return end
  if (!notNumbers.has(word)) return -1
  patches.push({ from: at, to: end, by: 'null' })
  return end
}

function skipBlank(text: string, at: number): number {
  let index = at
  while (index < text.length && /\s/.test(text[index]!)) index += 1
  return index
}

function applyPatches(text: string, patches: readonly Patch[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, by } of patches) {
    if (from >= text.length) break
    parts.push(text.slice(at, from), by)
    at = to
  }
  return parts.join('') + text.slice(at)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
