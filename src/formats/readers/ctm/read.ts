import { countOf, createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { composeChannels } from '../../parsing/words/compose-channels.ts'
import { firstRecording } from '../../parsing/words/several-recordings.ts'
import { parseCtmLine, type CtmWord } from './line.ts'

/** Reads NIST's conversation time-marked files: a word a line. Each channel is a speaker, if there are several. */
export function readCtm({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const words: CtmWord[] = []
  let isSecondAlternative = false
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '' || content.startsWith(';;')) continue
    const mark = /<ALT(_BEGIN|_END)?>/.exec(content)
    if (mark !== null) isSecondAlternative = mark[1] === undefined
    const word = mark === null ? parseCtmLine(content) : null
    if (word === null) {
      if (mark === null) tally.count('line-left-out', index + 1)
    } else if (isSecondAlternative) tally.count('alternative-not-shown', index + 1)
    else if (!silences.has(word.word.toLowerCase())) words.push(word)
  }
  if (words.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like “talk A 1.00 0.20 word”, so it cannot be read as CTM. Choose another format.`,
    })
  }
  const { items, problems } = firstRecording(words)
  const channels = groupBy(items, ({ channel }) => channel)
  const spoken = Array.from(channels, ([channel, own]) =>
    own
      .sort((a, b) => a.start - b.start)
      .map(({ start, duration, word, confidence }) => ({
        text: word,
        start,
        end: Math.round((start + duration) * 1e6) / 1e6,
        confidence,
        speaker: channels.size > 1 ? `Channel ${channel}` : undefined,
      })),
  )
  return {
    segments: composeChannels(spoken),
    problems: [
      ...problems,
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'holds' : 'hold'} no word with times and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
      ...tally.report(
        'alternative-not-shown',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'word')} of other alternatives${where} ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

const silences = new Set(['<eps>', 'sil', '<sil>', '!sil', 'sp', '<sp>', '@', '<s>', '</s>'])
