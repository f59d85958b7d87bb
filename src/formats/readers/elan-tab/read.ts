import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { reportTiersLeftOut } from '../../parsing/moments/report.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { elanTime, findElanLayout } from './layout.ts'

interface Row {
  readonly tier: string
  readonly participant: string
  readonly segment: ParsedSegment
}

/**
 * Reads ELAN's tab-delimited text without a header. A tier whose annotations have the times of another tier of the same
 * participant (a translation, a gloss) is counted, not shown.
 */
export function readElanTab({ text, name }: TranscriptFile): ParsedTranscript {
  const layout = findElanLayout(text)
  if (layout === null) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no rows of a tier, two times and a text with tabs between them, so it cannot be read as ELAN’s text export. Choose another format.`,
    })
  }
  const tally = createTally()
  const written: Row[] = []
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue
    const cells = content.split('\t')
    const start = elanTime(cells[layout.start])
    if (start === null) {
      tally.count('line-left-out', index + 1)
      continue
    }
    written.push({
      tier: cells[0]!.trim(),
      participant: layout.participant === null ? '' : cells[layout.participant]!.trim(),
      segment: {
        text: cells.slice(layout.text).join(' '),
        start,
        end: elanTime(cells[layout.end]),
        line: index + 1,
      },
    })
  }
  const shown: Row[][] = []
  const leftOut: Row[][] = []
  for (const rows of groupBy(written, ({ tier }) => tier).values()) {
    const isDependent = shown.some((other) => haveSameTimes(rows, other))
    if (isDependent) leftOut.push(rows)
    else shown.push(rows)
  }
  const segments = shown.flatMap((rows) =>
    rows.map(({ segment, participant, tier }) => {
      const speaker = participant || (shown.length > 1 ? tier : '')
      return speaker === '' ? segment : { ...segment, speaker }
    }),
  )
  return {
    segments: orderByStart(segments),
    problems: [
      ...reportTiersLeftOut(
        leftOut.map((rows) => ({ name: rows[0]!.tier, annotations: rows.length })),
      ),
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'has' : 'have'} no times and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}

/** Whether nearly all rows of a tier have the time and the participant of a row of another tier. */
function haveSameTimes(rows: readonly Row[], others: readonly Row[]): boolean {
  const keyOf = ({ participant, segment }: Row) => `${segment.start} ${segment.end} ${participant}`
  const times = new Set(others.map(keyOf))
  const same = rows.filter((row) => times.has(keyOf(row))).length
  return same >= rows.length * 0.8
}
