import { createTally } from '#transcript/problem-tally.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { countUnclearNames } from '../../writing/written-names.ts'
import { writeCell } from './write-cell.ts'

const capabilities: WriterCapabilities = { ...leastCapabilities, untimed: true, nothing: true }

export const csvWriter: LoadedWriter = { capabilities, write }

/** Writes CSV (https://www.rfc-editor.org/rfc/rfc4180) with the header `start,end,speaker,text`; times in seconds. */
function write(prepared: PreparedTranscript): WriterOutput {
  const { segments, showsTimes, showsNames, formatName } = prepared
  const tally = createTally()
  countUnclearNames(segments, tally)
  const header = [
    ...(showsTimes ? ['start', 'end'] : []),
    ...(showsNames ? ['speaker'] : []),
    'text',
  ]
  const rows = segments.map(({ start, end, name, text }) => [
    ...(showsTimes ? [formatSeconds(start), formatSeconds(end)] : []),
    ...(showsNames ? [writeCell(name ?? '')] : []),
    writeCell(text),
  ])
  const lines = [header, ...rows].map((row) => `${row.join(',')}\r\n`)
  return { text: lines.join(''), problems: reportWritingLosses(tally, formatName) }
}

function formatSeconds(seconds: number | null): string {
  return seconds === null ? '' : seconds.toFixed(3)
}
