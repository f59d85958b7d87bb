import { countOf, createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { firstRecording } from '../../parsing/words/several-recordings.ts'
import { parseStmLine, type StmTurn } from './line.ts'

/** Reads NIST's segment time marks: a turn a line, with who speaks. Stretches to be ignored are counted. */
export function readStm({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const turns: (StmTurn & { readonly line: number })[] = []
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '' || content.startsWith(';;')) continue
    const turn = parseStmLine(content)
    if (turn === null) tally.count('line-left-out', index + 1)
    else if (/^ignore_time_segment_in_scoring$/i.test(turn.text)) tally.count('ignored', index + 1)
    else turns.push({ ...turn, line: index + 1 })
  }
  if (turns.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like “talk A ada 1.00 2.10 text”, so it cannot be read as STM. Choose another format.`,
    })
  }
  const { items, problems } = firstRecording(turns)
  return {
    segments: orderByStart(
      items.map(({ text: said, start, end, speaker, line }) => ({
        text: said,
        start,
        end,
        line,
        ...(/^(?:unknown|inter_segment_gap|<na>)$/i.test(speaker) ? {} : { speaker }),
      })),
    ),
    problems: [
      ...problems,
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'is no turn' : 'are no turns'} with times and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
      ...tally.report(
        'ignored',
        'note',
        ({ count, where }) =>
          `${count === 1 ? '1 stretch' : `${count.toLocaleString('en')} stretches`}${where} without a transcription ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}
