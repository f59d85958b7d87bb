import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import { emptyDraft, type Draft, type DraftSegment } from '../draft.ts'
import type { Source } from '../format.ts'
import { nameOf, own, textOf } from '../json/values.ts'
import type { HeardWord } from '../words/heard-word.ts'
import { spreadWords } from '../words/spread-words.ts'
import { heardWords, timeOf } from './heard-words.ts'
import { whisperLanguage } from './language.ts'
import { joinSpelled, sentencesOf } from './sentences.ts'
import { hasOnlyWords, segmentsIn } from './shapes.ts'

/**
 * openai-whisper, faster-whisper, whisper-timestamped, WhisperX, and OpenAI's `verbose_json`. Words
 * without times stay text: nothing is computed from their neighbours here.
 */
export function read({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  const segments = segmentsIn(value)
  if (segments === null && !hasOnlyWords(value)) {
    return emptyDraft({
      code: 'format-unknown',
      severity: 'error',
      message: `${name} is not the JSON that Whisper writes. Choose another format, or export it as SubRip (.srt).`,
    })
  }
  const tally = createTally()
  const language = whisperLanguage(textOf(own(value, 'language')))
  const topWords = heardWords(own(value, 'words'), tally)
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
  const drafts = segments.map((segment) => draftSegment(segment, tally))
  if (topWords.length === 0 || drafts.some(({ words }) => words.length > 0)) return drafts
  const { placed, lost } = spreadWords(
    drafts.map((draft) => draft.text),
    topWords,
  )
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return Array.from(drafts, (draft, index) => ({ ...draft, words: placed[index]! }))
}

function draftSegment(value: unknown, tally: ProblemTally): DraftSegment & { words: Word[] } {
  const heard = heardWords(own(value, 'words'), tally)
  const text = textOf(own(value, 'text')) ?? joinSpelled(heard.map((word) => word.text))
  const { placed, lost } = spreadWords([text], heard)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  const speaker = nameOf(own(value, 'speaker')) ?? heard.find((word) => word.speaker)?.speaker
  const language = whisperLanguage(textOf(own(value, 'language')))
  return {
    text,
    start: timeOf(own(value, 'start'), tally),
    end: timeOf(own(value, 'end'), tally),
    words: placed[0]!,
    ...(speaker === undefined ? {} : { speaker }),
    ...(language === undefined ? {} : { language }),
  }
}

function reportLosses(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'time-dropped',
      'warning',
      ({ count }) =>
        `${countOf(count, 'time')} ${count === 1 ? 'is' : 'are'} negative or not a number and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
    ),
    ...tally.report(
      'word-unplaced',
      'note',
      ({ count }) =>
        `${countOf(count, 'timed word')} could not be found in the text and ${count === 1 ? 'is' : 'are'} not marked while spoken.`,
    ),
  ]
}
