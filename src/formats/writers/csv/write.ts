import { createTally } from '#transcript/problem-tally.ts'
import {
  keepsLittle,
  type Keeps,
  type LoadedWriter,
  type Manuscript,
  type Written,
} from '../writer.ts'
import { reportLosses } from '../../writing/losses.ts'
import { countUnclearNames } from '../../writing/written-names.ts'
import { writeCell } from './write-cell.ts'

const keeps: Keeps = { ...keepsLittle, untimed: true, nothing: true }

export const csvWriter: LoadedWriter = { keeps, write }

/** https://www.rfc-editor.org/rfc/rfc4180 with a header: `start,end,speaker,text`, times in seconds. */
function write(manuscript: Manuscript): Written {
  const { segments, showsTimes, showsNames, formatName } = manuscript
  const tally = createTally()
  countUnclearNames(segments, tally)
  const header = [
    ...(showsTimes ? ['start', 'end'] : []),
    ...(showsNames ? ['speaker'] : []),
    'text',
  ]
  const rows = segments.map(({ start, end, name, text }) => [
    ...(showsTimes ? [spell(start), spell(end)] : []),
    ...(showsNames ? [writeCell(name ?? '')] : []),
    writeCell(text),
  ])
  const lines = [header, ...rows].map((row) => `${row.join(',')}\r\n`)
  return { text: lines.join(''), problems: reportLosses(tally, formatName) }
}

function spell(seconds: number | null): string {
  return seconds === null ? '' : seconds.toFixed(3)
}
