import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RawCue } from './blocks.ts'
import type { CueText, CuePiece } from './cue-text.ts'

/**
 * Splits a cue into one segment per voice. If the cue has timestamps inside, each voice begins at the timestamp before
 * it and ends where the next voice begins; otherwise all have the cue's times.
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
      // a voice without a name means an unknown speaker; then `Name:` is not a speaker either
      ...(voice === undefined || voice === null ? {} : { speaker: voice }),
      ...(language === undefined ? {} : { language }),
      ...(isStamped ? { words: wordsOfTurn(turn, start, end) } : {}),
    }
  })
}

/** The common case: at most one voice and no timestamps inside. */
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

/** Groups runs by voice. Blanks between two voices belong to neither. */
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

/** The language of a turn that is entirely within one `<lang>`. */
function languageOf(turn: readonly CuePiece[]): string | undefined {
  const spoken = turn.filter((piece) => piece.text.trim() !== '')
  const language = spoken[0]?.language ?? null
  if (language === null || spoken.some((piece) => piece.language !== language)) return undefined
  return languageTag(language)
}

/**
 * Each run between two timestamps becomes one timed word, even if it contains several words, so that no times are
 * invented. A run of blanks is a pause and ends the word before it.
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
