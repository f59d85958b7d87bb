import type { Problem } from '#transcript/problem.ts'
import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Chapter } from '#transcript/transcript.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import {
  confidenceOf,
  reportJsonLosses,
  secondsOf,
  speakerNameOf,
} from '../../parsing/json/times.ts'
import { reportNoTimes, untimedSegments } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import { scoreAssemblyai, assemblyaiTurnsIn } from './shapes.ts'

/** AssemblyAI counts milliseconds. */
const unitsPerSecond = 1000

/** AssemblyAI's transcript object: https://www.assemblyai.com/docs/api-reference/transcripts/get */
export function readAssemblyai({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreAssemblyai(value) === 'no') return refuseShape(name, 'AssemblyAI')
  const unfinished = reportUnfinished(value, name)
  if (unfinished !== null) return emptyParsedTranscript(unfinished)
  const tally = createTally()
  const turns = assemblyaiTurnsIn(value)
  const timed =
    turns.length > 0
      ? turns.flatMap((turn) => parseTurn(turn, tally))
      : composeTurns(spokenWords(property(value, 'words'), tally))
  const segments = timed.length > 0 ? timed : untimedSegments(asText(property(value, 'text')) ?? '')
  const language = languageTag(asText(property(value, 'language_code')))
  return {
    ...(language === undefined ? {} : { language }),
    chapters: chaptersOf(value, tally),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function parseTurn(turn: unknown, tally: ProblemTally): ParsedSegment[] {
  const words = spokenWords(property(turn, 'words'), tally)
  if (words.length > 0) return composeTurns([{ ...words[0]!, beginsTurn: true }, ...words.slice(1)])
  const speaker = nameVoice(turn)
  return [
    {
      text: asText(property(turn, 'text')) ?? '',
      start: secondsOf(property(turn, 'start'), tally, unitsPerSecond),
      end: secondsOf(property(turn, 'end'), tally, unitsPerSecond),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ]
}

function spokenWords(values: unknown, tally: ProblemTally): TurnWord[] {
  const words: TurnWord[] = []
  for (const value of asArray(values)) {
    const text = asText(property(value, 'text')) ?? ''
    if (text.trim() === '') continue
    words.push({
      text,
      start: secondsOf(property(value, 'start'), tally, unitsPerSecond),
      end: secondsOf(property(value, 'end'), tally, unitsPerSecond),
      confidence: confidenceOf(property(value, 'confidence')),
      speaker: nameVoice(value),
    })
  }
  return words
}

/** `A`, `1` (a channel) and `1A` are labels; longer values are names that somebody assigned. */
function nameVoice(value: unknown): string | undefined {
  const speaker = speakerNameOf(property(value, 'speaker'))
  const channel = asText(property(value, 'channel'))
  if (channel !== undefined && (speaker === undefined || speaker === `Speaker ${channel}`)) {
    return `Channel ${channel}`
  }
  return speaker !== undefined && /^\d{0,3}[A-Z]{1,2}$/.test(speaker)
    ? `Speaker ${speaker}`
    : speaker
}

function chaptersOf(value: unknown, tally: ProblemTally): Chapter[] {
  const chapters: Chapter[] = []
  for (const chapter of asArray(property(value, 'chapters'))) {
    const title = asText(property(chapter, 'headline')) || asText(property(chapter, 'gist')) || ''
    const start = secondsOf(property(chapter, 'start'), tally, unitsPerSecond)
    if (start !== null && title.trim() !== '') chapters.push({ start, title: title.trim() })
  }
  return chapters.sort((a, b) => a.start - b.start)
}

/** Reports a job that has not finished or has failed; the service returns JSON for both. */
function reportUnfinished(value: unknown, name: string): Problem | null {
  const status = asText(property(value, 'status'))
  if (status === 'queued' || status === 'processing') {
    return {
      code: 'transcription-unfinished',
      severity: 'error',
      message: `${name} was downloaded from AssemblyAI before the transcription was finished. Download it again.`,
    }
  }
  if (status !== 'error') return null
  const reason = asText(property(value, 'error'))?.trim().replace(/\s+/g, ' ').slice(0, 200)
  return {
    code: 'transcription-failed',
    severity: 'error',
    message: `${name} contains no transcript, because AssemblyAI could not make one${reason ? ` (“${reason}”)` : ''}. Transcribe the recording again.`,
  }
}
