import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RawCue } from './blocks.ts'
import type { CueText, CuePiece } from './cue-text.ts'

/**
 * A cue as segments: one for each voice that speaks in it. Where the cue has timestamps inside, each
 * voice but the first begins at the one before it and ends where the next begins; else all have the cue's times.
 */
export function segmentsOfCue(cue: RawCue, { pieces }: CueText): ParsedSegment[] {
  const [only] = pieces
  if (pieces.length === 1 && only!.stamp === null) return segmentsOfPiece(cue, only!)
  const turns = groupByVoice(pieces)
  const starts = turns.map((turn, index) => (index === 0 ? null : turn[0]!.stamp) ?? cue.start)
  const isStamped = pieces.some((piece) => piece.stamp !== null)
  return Array.from(turns, (turn, index) => {
    const start = starts[index]!
    const end = starts.slice(index + 1, index + 100).find((later) => later > start) ?? cue.end
    const voice = turn.find((piece) => piece.voice !== null)?.voice
    const language = languageOf(turn)
    return {
      text: turn.map((piece) => piece.text).join(''),
      start,
      end,
      line: cue.line,
      // a voice without a name is nobody's: then `Name:` is no speaker either
      ...(voice === undefined || voice === null ? {} : { speaker: voice }),
      ...(language === undefined ? {} : { language }),
      ...(isStamped ? { words: wordsOfTurn(turn, start, end) } : {}),
    }
  })
}

/** The usual cue: one voice or none, and no times inside. */
function segmentsOfPiece(cue: RawCue, { text, voice, language }: CuePiece): ParsedSegment[] {
  if (text.trim() === '') return []
  const { start, end, line } = cue
  const tag = language === null ? undefined : languageTag(language)
  if (tag !== undefined) {
    return [
      { text, start, end, line, ...(voice === null ? {} : { speaker: voice }), language: tag },
    ]
  }
  return [voice === null ? { text, start, end, line } : { text, start, end, line, speaker: voice }]
}

/** Blanks between two voices belong to neither. */
function groupByVoice(pieces: readonly CuePiece[]): CuePiece[][] {
  const turns: CuePiece[][] = []
  for (const piece of pieces) {
    const last = turns.at(-1)
    const isBlank = piece.text.trim() === ''
    if (last !== undefined && (isBlank || last[0]!.voice === piece.voice)) last.push(piece)
    else if (!isBlank) turns.push([piece])
  }
  return turns
}

/** The language of a turn that is all in one `<lang>`. */
function languageOf(turn: readonly CuePiece[]): string | undefined {
  const spoken = turn.filter((piece) => piece.text.trim() !== '')
  const language = spoken[0]?.language ?? null
  if (language === null || spoken.some((piece) => piece.language !== language)) return undefined
  return languageTag(language)
}

/**
 * A run of text between two timestamps is one timed word, however many words it holds: no time is invented. A
 * run of blanks is silence and ends the word before it.
 */
function wordsOfTurn(turn: readonly CuePiece[], start: number, end: number): Word[] {
  const runs: { stamp: number | null; text: string; from: number }[] = []
  let offset = 0
  for (const piece of turn) {
    const last = runs.at(-1)
    if (last !== undefined && last.stamp === piece.stamp) last.text += piece.text
    else runs.push({ stamp: piece.stamp, text: piece.text, from: offset })
    offset += piece.text.length
  }
  const words: Word[] = []
  for (const [index, { stamp, text, from }] of runs.entries()) {
    const spoken = text.trim()
    if (spoken === '') continue
    const begin = from + text.length - text.trimStart().length
    words.push({
      from: begin,
      to: begin + spoken.length,
      start: stamp ?? start,
      end: runs[index + 1]?.stamp ?? end,
    })
  }
  return words
}
