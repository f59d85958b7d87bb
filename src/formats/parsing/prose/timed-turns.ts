import type { Chapter } from '#transcript/transcript.ts'
import type { Turn } from '../speakers/name-turns.ts'
import type { TurnNames } from '../speakers/turn-names.ts'
import { proseLine, type ProseLine } from './line.ts'
import { partLabel } from '../parts/part-label.ts'
import { splitLong } from './split-long.ts'
import { stampedLine, stampsInside } from './stamped-line.ts'
import type { Stamp } from './stamps.ts'
import type { ProseTiming } from './timing.ts'

export interface TimedTurns {
  readonly segments: Turn[]
  readonly chapters: Chapter[]
}

interface Open {
  texts: string[]
  start: number | null
  end: number | null
  speaker?: string
  line?: number
}

/**
 * Cuts a timed text at its times. Each time begins a segment that continues across paragraphs until the next time or
 * the next speaker. A time inside a paragraph or at its end ends one segment and begins the next. A heading with a time
 * is a chapter.
 */
export function cutAtTimes(
  lines: readonly ProseLine[],
  { timing, names }: { timing: ProseTiming; names: TurnNames },
): TimedTurns {
  const segments: Turn[] = []
  const chapters: Chapter[] = []
  const repeatedHeadings = namesInHeadings(lines)
  let open: Open | null = null
  let now: number | null = null
  let hasBegun = false

  const close = () => {
    const ended = open
    open = null
    if (ended === null) return
    const text = ended.texts.join('\n')
    const { start, end, speaker } = ended
    // a name and a time without text, as in a table of contents, are shown as text
    const shown = text.trim() === '' ? (speaker ?? '') : text
    if (shown === '') return
    const isNamed = speaker !== undefined && shown === text
    for (const [at, piece] of splitLong(shown).entries()) {
      segments.push({
        text: piece,
        start: at === 0 ? start : null,
        end: at === 0 ? end : null,
        ...(isNamed ? { speaker } : {}),
        ...proseLine({ text, ...ended }),
      })
    }
  }
  const begin = (begun: Omit<Open, 'texts'>) => {
    close()
    open = { texts: [], ...begun }
    return open
  }
  const reach = (stamp: Stamp) => {
    now = stamp.start
    hasBegun = true
  }
  const say = (text: string, line: ProseLine) => {
    if (text.trim() === '') return
    if (partLabel(text) !== null) {
      close()
      segments.push({ text, start: null, end: null, isHeading: true, ...proseLine(line) })
      return
    }
    const isTurn = names.prefixOf(text) !== null || names.standsAlone(text)
    if (open === null || (isTurn && open.texts.length > 0)) {
      open = begin({ start: open === null ? now : null, end: null, ...proseLine(line) })
    }
    open.texts.push(text)
  }
  const sayWithStamps = (text: string, line: ProseLine) => {
    let at = 0
    for (const stamp of timing.hasInside ? stampsInside(text) : []) {
      // a time earlier than the current one is mentioned in the speech, not a timestamp
      if (now !== null && stamp.start < now) continue
      say(text.slice(at, stamp.from), line)
      // if times occur only between words, the text before the first one starts with the recording
      const first: Open | null = open
      if (first !== null) {
        first.end = stamp.start
        if (!hasBegun && !timing.hasLines) first.start = 0
      }
      close()
      reach(stamp)
      if (stamp.end !== null) begin({ start: stamp.start, end: stamp.end, ...proseLine(line) })
      at = stamp.to
    }
    say(text.slice(at), line)
  }

  /** A name with a colon, alone on the line above a time, is who speaks then. */
  const takeNameAbove = (): string | undefined => {
    const above: Open | null = open
    if (above === null || above.speaker !== undefined || above.texts.length !== 1) return undefined
    const name = above.texts[0]!.trim()
    if (!name.endsWith(':') || !names.standsAlone(name)) return undefined
    open = null
    return name.slice(0, -1).trim()
  }

  for (const line of lines) {
    if (line.text.trim() === '') {
      // text before the first time: a title, a date, a list of participants
      if (!hasBegun) close()
      continue
    }
    if (timing.isNameBelow(line)) continue
    const stamped = timing.hasLines ? timing.lineOf(line) : null
    if (stamped === null) {
      const [stamp] = line.isHeading && timing.hasInside ? stampsInside(line.text) : []
      if (stamp !== undefined) {
        close()
        reach(stamp)
        const title = `${line.text.slice(0, stamp.from).trimEnd()} ${line.text.slice(stamp.to)}`
        chapters.push({ start: stamp.start, title: title.trim() })
      } else if (line.isHeading) {
        close()
        segments.push({
          text: line.text,
          start: null,
          end: null,
          isHeading: true,
          ...proseLine(line),
        })
      } else sayWithStamps(line.text, line)
      continue
    }
    const { stamp, rest } = stamped
    const title = [stamped.name, rest].filter(Boolean).join(' ')
    if (line.isHeading && title !== '' && !repeatedHeadings.has(title)) {
      close()
      reach(stamp)
      chapters.push({ start: stamp.start, title })
      continue
    }
    const above = takeNameAbove()
    const named = names.standsAlone(rest) ? rest.replace(/:$/, '') : undefined
    const speaker = stamped.name ?? named ?? above
    begin({
      start: stamp.start,
      end: stamp.end,
      ...(speaker === undefined ? {} : { speaker }),
      ...proseLine(line),
    })
    reach(stamp)
    if (stamped.name !== undefined || named === undefined) sayWithStamps(rest, line)
  }
  close()
  return { segments, chapters }
}

/** Headings that repeat after their times are removed are speaker names, not chapters. */
function namesInHeadings(lines: readonly ProseLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text, isHeading } of lines) {
    const stamped = isHeading ? stampedLine(text) : null
    if (stamped === null) continue
    const title = [stamped.name, stamped.rest].filter(Boolean).join(' ')
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([title]) => title))
}
