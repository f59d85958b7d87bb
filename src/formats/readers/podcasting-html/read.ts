import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { parseHtml } from '../../parsing/html/parse-html.ts'
import { tooDeep } from '../../parsing/html/too-deep.ts'
import { createCollapsedText } from '../../parsing/words/collapsed-text.ts'
import { textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import { parseClock } from '../../parsing/html/clock.ts'

/**
 * Reads Podcasting 2.0 HTML: `<cite>` speaker, `<time>` start, `<p>` text.
 * https://podcasting2.org/docs/podcast-namespace/examples/transcripts
 */
export function readPodcastingHtml({ text, name }: TranscriptFile): ParsedTranscript {
  const { root, isWhole } = parseHtml(text)
  const tally = createTally()
  const turns: ParsedSegment[] = []
  let speaker: string | undefined
  let isWaiting = false
  const unused: string[] = []
  const takeName = (name: string | undefined) => {
    if (isWaiting && speaker !== undefined) unused.push(speaker)
    speaker = name
    isWaiting = name !== undefined
  }
  let start: number | null = null
  let isNew = true
  const addText = (spoken: string, line: number) => {
    if (spoken.trim() === '') return
    isWaiting = false
    const last = turns.at(-1)
    if (!isNew && last !== undefined) {
      turns[turns.length - 1] = { ...last, text: `${last.text}\n${spoken}` }
      return
    }
    turns.push({
      text: spoken,
      start,
      end: null,
      line,
      ...(speaker === undefined ? {} : { speaker }),
    })
    isNew = false
    start = null
  }
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') addText(collapse(child), element.line)
      } else if (child.name === 'cite') {
        takeName(textIn(child).trim().replace(/:$/, '').trim() || undefined)
        isNew = true
      } else if (child.name === 'time') {
        const time = parseClock(textIn(child))
        if (time === null) tally.count('time-unreadable', child.line)
        start = time
        isNew = true
      } else if (child.name === 'p') {
        addText(lines(child), child.line)
      } else visit(child)
    }
  }
  visit(root)
  takeName(undefined)
  return {
    segments: withEnds(turns),
    problems: [
      ...(isWhole ? [] : [tooDeep(name)]),
      ...(turns.length > 0 && turns.every((turn) => turn.start === null) ? [noTimes(name)] : []),
      ...tally.report(
        'time-unreadable',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'time')} could not be read${where} and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
      ),
      ...withoutText(unused),
    ],
  }
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lines(element: XmlElement): string {
  const text = createCollapsedText()
  const visit = (inside: XmlElement) => {
    for (const child of inside.children) {
      if (typeof child === 'string') text.add(child)
      else if (child.name === 'br') text.breakLine()
      else visit(child)
    }
  }
  visit(element)
  return text.result().text
}

/** The format has no end times: a turn lasts until the next one. */
function withEnds(turns: readonly ParsedSegment[]): ParsedSegment[] {
  let next: number | null = null
  return turns
    .toReversed()
    .map((turn) => {
      const end = turn.start === null || next === null || next <= turn.start ? null : next
      next = turn.start ?? next
      return { ...turn, end }
    })
    .toReversed()
}

function withoutText(names: readonly string[]): Problem[] {
  if (names.length === 0) return []
  const first = names[0]!.slice(0, 60)
  const message = `${countOf(names.length, 'name')} without text behind ${names.length === 1 ? `it (“${first}”) is` : `them (“${first}” is the first) are`} not shown. If the page breaks off there, save it again.`
  return [{ code: 'name-without-text', severity: 'note', message }]
}

function noTimes(name: string): Problem {
  return {
    code: 'no-times',
    severity: 'note',
    message: `${name} contains no times, so its text is shown but does not follow the recording.`,
  }
}
