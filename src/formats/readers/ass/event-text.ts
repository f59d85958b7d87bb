/** The text between two karaoke tags. */
export interface Syllable {
  readonly from: number
  readonly to: number
  /** Seconds from the start of the event. */
  readonly start: number
  readonly end: number
}

export interface EventText {
  readonly text: string
  /** Empty if the event has no karaoke tags. */
  readonly syllables: readonly Syllable[]
  readonly hasDrawing: boolean
}

/**
 * Removes the override blocks from an event's text, like libass: `\N` is a line break; `\n`, an optional one, and `\h`
 * become blanks. Drawings between `\p1` and `\p0` are not text. `\k`, `\K`, `\kf` and `\ko` give the duration of the
 * syllable that follows, `\kt` the time at which the line continues, in hundredths of a second.
 */
export function parseEventText(raw: string): EventText {
  const syllables: Syllable[] = []
  // joined once at the end: appending to a growing text would copy it each time
  const parts: string[] = []
  let length = 0
  let isDrawing = false
  let hasDrawing = false
  let clock = 0
  let open: { from: number; start: number; sung: string } | null = null
  const close = () => {
    if (open === null) return
    const { sung } = open
    const from = open.from + sung.length - sung.trimStart().length
    const to = open.from + sung.trimEnd().length
    if (from < to) syllables.push({ from, to, start: open.start / 100, end: clock / 100 })
    open = null
  }
  for (const { block, plain } of pieces(raw)) {
    for (const [, tag, value] of block.matchAll(/\\(k[fot]?|K|p)(\d{1,9}(?:\.\d{1,9})?)/g)) {
      const amount = Number(value)
      if (tag === 'p') isDrawing = amount > 0
      else {
        close()
        if (tag !== 'kt') open = { from: length, start: clock, sung: '' }
        clock = tag === 'kt' ? amount : clock + amount
      }
    }
    if (isDrawing) hasDrawing ||= plain.trim() !== ''
    else {
      const shown = unescape(plain)
      parts.push(shown)
      length += shown.length
      if (open !== null) open.sung += shown
    }
  }
  close()
  return { text: parts.join(''), syllables, hasDrawing }
}

/** Override blocks, each with the text after it; a brace that is never closed is text. */
function* pieces(raw: string): Generator<{ block: string; plain: string }> {
  let block = ''
  let at = 0
  // `\{` is a literal brace
  const opening = /\\[{}]|\{/g
  for (let found = opening.exec(raw); found !== null; found = opening.exec(raw)) {
    if (found[0] !== '{') continue
    const end = raw.indexOf('}', found.index)
    if (end === -1) break
    yield { block, plain: raw.slice(at, found.index) }
    at = end + 1
    block = raw.slice(found.index, at)
    opening.lastIndex = at
  }
  yield { block, plain: raw.slice(at) }
}

function unescape(plain: string): string {
  return plain.replace(/\\([Nnh{}])/g, (_, sign: string) =>
    sign === 'N' ? '\n' : sign === 'n' ? ' ' : sign === 'h' ? '\u00a0' : sign,
  )
}
