import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf } from '../../parsing/json/times.ts'
import { nameOf, property, asText } from '../../parsing/json/values.ts'
import { withoutControlTokens } from '../../parsing/words/control-tokens.ts'
import { estimateTimes } from '../../parsing/words/estimate-times.ts'
import { placeCueParts } from '../../parsing/parts/place-cue-parts.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { splitSpeakers } from '../../parsing/words/split-speakers.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { reportOtherText } from './report-other-text.ts'
import { whisperWords } from './words.ts'
import { whisperLanguage } from './language.ts'
import { joinSpelled, sentencesOf } from '../../parsing/words/sentences.ts'
import { hasOnlyWords, whisperAnswerIn, whisperSegmentsIn } from './shapes.ts'

/**
 * Reads openai-whisper, faster-whisper, whisper-timestamped, WhisperX, and OpenAI's `verbose_json`. Words without times
 * (digits, in WhisperX) get estimated ones.
 */
export function readWhisperJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = whisperAnswerIn(document?.value)
  const segments = whisperSegmentsIn(value)
  if (segments === null && !hasOnlyWords(value)) return refuseShape(name, 'Whisper')
  const tally = createTally()
  const language = whisperLanguage(asText(property(value, 'language')))
  const topWords = estimateTimes(
    whisperWords(property(value, 'words') ?? property(value, 'word_segments'), tally),
    { start: null, end: null },
  )
  const parsed =
    segments === null || segments.length === 0
      ? parseSentences(asText(property(value, 'text')), topWords, tally)
      : parseSegments(segments, topWords, tally)
  const parts = placeCueParts(parsed)
  return {
    ...(language === undefined ? {} : { language }),
    segments: parts.segments,
    chapters: parts.chapters,
    problems: [
      ...parts.problems,
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportOtherText(parsed, asText(property(value, 'text')) ?? ''),
    ],
  }
}

function parseSentences(
  text: string | undefined,
  words: readonly RecognisedWord[],
  tally: ProblemTally,
): ParsedSegment[] {
  if (words.length === 0) return []
  const { segments, lost } = sentencesOf(text, words)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return segments
}

function parseSegments(
  segments: readonly unknown[],
  topWords: readonly RecognisedWord[],
  tally: ProblemTally,
): ParsedSegment[] {
  const parsed = segments.flatMap((segment) => parseParts(segment, tally))
  if (topWords.length === 0 || parsed.some(({ words }) => words.length > 0)) return parsed
  const { placed, lost } = spreadWords(
    parsed.map((parsed) => parsed.text),
    topWords,
  )
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return Array.from(parsed, (parsed, index) => ({ ...parsed, words: placed[index]! }))
}

/** Parses a segment; several if WhisperX recognised more than one speaker in it. */
function parseParts(value: unknown, tally: ProblemTally): (ParsedSegment & { words: Word[] })[] {
  const start = secondsOf(property(value, 'start'), tally)
  const end = secondsOf(property(value, 'end'), tally)
  const words = estimateTimes(whisperWords(property(value, 'words'), tally), { start, end })
  const written = withoutControlTokens(asText(property(value, 'text')) ?? '')
  const text = written.trim() === '' ? joinSpelled(words.map((word) => word.text)) : written
  const language = whisperLanguage(asText(property(value, 'language')))
  const parts = splitSpeakers(text, words)
  const named = nameOf(property(value, 'speaker') ?? property(value, 'speaker_id'))
  return parts.map((part, index) => {
    const speaker = parts.length > 1 ? part.speaker : (named ?? part.speaker)
    const next = parts[index + 1]?.words[0]?.start ?? null
    return {
      text: part.text,
      start: index === 0 ? start : (part.words[0]?.start ?? null),
      end: index === parts.length - 1 ? end : (part.words.at(-1)?.end ?? next),
      words: placeInText({ ...part, start, end }, tally),
      ...(speaker === undefined ? {} : { speaker }),
      ...(language === undefined ? {} : { language }),
    }
  })
}
