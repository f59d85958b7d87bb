import { countOf, createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { parseJacosubLine, type JacosubLine } from './line.ts'

/** Units a second, if the file has no `#TIMERES`. */
const usualUnits = 30

/** Reads JACOsub: times with a last group in units of `#TIMERES`, directives, and text with `\n` as line break. */
export function readJacosub({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const cues: (JacosubLine & { readonly line: number })[] = []
  let units = usualUnits
  let shift = 0
  let title = ''
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1
    let content = lines[index]!
    const command = /^\s*#\s*([A-Z]+)\s*(.*)$/i.exec(content)
    if (command !== null) {
      const value = command[2]!.trim()
      if (/^T(?:IMERES)?$/i.test(command[1]!)) units = Number(value) > 0 ? Number(value) : units
      if (/^S(?:HIFT)?$/i.test(command[1]!)) shift = shiftOf(value, units)
      if (/^TITLE$/i.test(command[1]!)) title = value
      continue
    }
    // a backslash at its end continues a line
    while (content.endsWith('\\') && index + 1 < lines.length) {
      index += 1
      content = content.slice(0, -1) + lines[index]!.trimStart()
    }
    const cue = parseJacosubLine(content)
    if (cue !== null) cues.push({ ...cue, line })
    else if (content.trim() !== '' && !content.trimStart().startsWith('#')) {
      tally.count('line-left-out', line)
    }
  }
  if (cues.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like 0:00:01.00 0:00:02.00 D text, so it cannot be read as JACOsub. Choose another format.`,
    })
  }
  const seconds = (written: string) => roundToMs(secondsOf(written, units) + shift)
  return {
    ...(title === '' ? {} : { title }),
    segments: cues.map(({ from, to, text: written, line }) => ({
      text: plain(written),
      start: seconds(from),
      end: seconds(to),
      line,
    })),
    problems: tally.report(
      'line-left-out',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'line')}${where} ${count === 1 ? 'has' : 'have'} no times and ${count === 1 ? 'was' : 'were'} left out.`,
    ),
  }
}

function secondsOf(written: string, units: number): number {
  if (written.startsWith('@')) return Number(written.slice(1)) / units
  const [clock = '', rest = '0'] = written.split('.')
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60 + seconds + Number(rest) / units
}

function shiftOf(value: string, units: number): number {
  const sign = value.startsWith('-') ? -1 : 1
  const written = value.replace(/^[-+]/, '')
  if (/^\d+(?:\.\d+)?$/.test(written))
    return (sign * Number(written)) / (written.includes('.') ? 1 : units)
  return /^\d+:\d+:\d+(?:\.\d+)?$/.test(written) ? sign * secondsOf(written, units) : 0
}

/** The text without comments in braces and codes of fonts; `~` is a blank. */
function plain(text: string): string {
  return text
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\n/g, '\n')
    .replace(/\\(?:[BbIiUuND]|[CF]\d)/g, '')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\\([~{}\\])/g, '$1')
}
