import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf } from '../../parsing/json/times.ts'
import { nameOf, own, textOf } from '../../parsing/json/values.ts'
import { estimateTimes } from '../../parsing/words/estimate-times.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { splitSpeakers } from '../../parsing/words/split-speakers.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { heardWords } from './heard-words.ts'
import { whisperLanguage } from './language.ts'
import { joinSpelled, sentencesOf } from '../../parsing/words/sentences.ts'
import { hasOnlyWords, segmentsIn } from './shapes.ts'

/**
 * openai-whisper, faster-whisper, whisper-timestamped, WhisperX, and OpenAI's `verbose_json`. Words
 * without times (WhisperX has none for digits) get a share of their neighbours', marked as estimated.
 */
export function readWhisperJson({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  const segments = segmentsIn(value)
  if (segments === null && !hasOnlyWords(value)) return refuseShape(name, 'Whisper')
  const tally = createTally()
  const language = whisperLanguage(textOf(own(value, 'language')))
  const topWords = estimateTimes(
    heardWords(own(value, 'words') ?? own(value, 'word_segments'), tally),
    { start: null, end: null },
  )
  const drafts =
    segments === null || segments.length === 0
      ? draftSentences(textOf(own(value, 'text')), topWords, tally)
      : draftSegments(segments, topWords, tally)
  return {
    ...(language === undefined ? {} : { language }),
    segments: drafts,
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}

function draftSentences(
  text: string | undefined,
  words: readonly HeardWord[],
  tally: ProblemTally,
): DraftSegment[] {
  if (words.length === 0) return []
  const { segments, lost } = sentencesOf(text, words)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return segments
}

function draftSegments(
  segments: readonly unknown[],
  topWords: readonly HeardWord[],
  tally: ProblemTally,
): DraftSegment[] {
  const drafts = segments.flatMap((segment) => draftParts(segment, tally))
  if (topWords.length === 0 || drafts.some(({ words }) => words.length > 0)) return drafts
  const { placed, lost } = spreadWords(
    drafts.map((draft) => draft.text),
    topWords,
  )
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return Array.from(drafts, (draft, index) => ({ ...draft, words: placed[index]! }))
}

/** A segment, or several where WhisperX heard other speakers in it. */
function draftParts(value: unknown, tally: ProblemTally): (DraftSegment & { words: Word[] })[] {
  const start = secondsOf(own(value, 'start'), tally)
  const end = secondsOf(own(value, 'end'), tally)
  const words = estimateTimes(heardWords(own(value, 'words'), tally), { start, end })
  const text = textOf(own(value, 'text')) ?? joinSpelled(words.map((word) => word.text))
  const language = whisperLanguage(textOf(own(value, 'language')))
  const parts = splitSpeakers(text, words)
  const named = nameOf(own(value, 'speaker'))
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
