import { secondsPerLetter } from '#transcript/speech-pace.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { timedWord } from '../../parsing/words/place-words.ts'
import type { SungLine } from './lines.ts'
import type { StampedText } from './stamps.ts'

const shortestWord = 0.3

/**
 * Parses a line with its words. A word lasts until the next timestamp. A last word without a timestamp after it lasts
 * for the usual time of its letters, not beyond the `next` line, and is marked as estimated. `shift` is added to all
 * times.
 */
export function parseSungLine(
  { start, runs, delay, line }: SungLine,
  {
    end,
    next,
    shift,
  }: { end: number | null; next: number | null; shift: (time: number) => number },
): ParsedSegment {
  if (runs.length < 2) {
    return {
      text: runs[0]?.text ?? '',
      start: shift(start),
      end: shifted(end, shift),
      line,
    }
  }
  const limit = end ?? next ?? Infinity
  const words = []
  let text = ''
  const [opening, ...others] = runs as [StampedText, ...StampedText[]]
  const isSung = others.some((run) => run.text.trim() !== '')
  const speaker = isSung ? voiceOf(opening.text) : undefined
  const spoken = speaker === undefined ? runs : [{ ...opening, text: '' }, ...others]
  for (const [index, run] of spoken.entries()) {
    const from = text.length + run.text.length - run.text.trimStart().length
    const to = text.length + run.text.trimEnd().length
    text += run.text
    if (to <= from || run.start === null) continue
    const begin = run.start + delay
    const following = spoken[index + 1]?.start ?? null
    const guess = begin + Math.max(shortestWord, (to - from) * secondsPerLetter)
    const heard: RecognisedWord = {
      text: run.text,
      start: shift(begin),
      end: shift(following === null ? Math.max(begin, Math.min(guess, limit)) : following + delay),
      confidence: null,
      speaker: undefined,
      ...(delay === 0 && following !== null ? {} : { estimated: true }),
    }
    words.push(timedWord(heard, { from, to })!)
  }
  const last = spoken.at(-1)!
  const closing = last.text.trim() === '' && last.start !== null ? last.start + delay : null
  return {
    text,
    ...(speaker === undefined ? {} : { speaker }),
    start: shift(start),
    end: shifted(end ?? closing, shift),
    words,
    line,
  }
}

function shifted(time: number | null, shift: (time: number) => number): number | null {
  return time === null ? null : shift(time)
}

/** The voice in front of word times, `v1: `, which Apple's lyrics have. */
function voiceOf(text: string): string | undefined {
  const voice = /^\s{0,9}v(\d{1,2}):\s*$/.exec(text)
  return voice === null ? undefined : `Voice ${voice[1]}`
}
