import type { Problem } from '#transcript/problem.ts'
import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Chapter } from '#transcript/transcript.ts'
import { emptyDraft, type Draft, type DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { reportUntimed, untimedSegments } from '../../parsing/json/untimed.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns, type SpokenWord } from '../../parsing/words/compose-turns.ts'
import { scoreOf, turnsIn } from './shapes.ts'

/** AssemblyAI counts milliseconds. */
const unitsPerSecond = 1000

/** AssemblyAI's transcript object: https://www.assemblyai.com/docs/api-reference/transcripts/get */
export function readAssemblyai({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'AssemblyAI')
  const unfinished = reportUnfinished(value, name)
  if (unfinished !== null) return emptyDraft(unfinished)
  const tally = createTally()
  const turns = turnsIn(value)
  const timed =
    turns.length > 0
      ? turns.flatMap((turn) => draftTurn(turn, tally))
      : composeTurns(spokenWords(own(value, 'words'), tally))
  const segments = timed.length > 0 ? timed : untimedSegments(textOf(own(value, 'text')) ?? '')
  const language = languageTag(textOf(own(value, 'language_code')))
  return {
    ...(language === undefined ? {} : { language }),
    chapters: chaptersOf(value, tally),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

function draftTurn(turn: unknown, tally: ProblemTally): DraftSegment[] {
  const words = spokenWords(own(turn, 'words'), tally)
  if (words.length > 0) return composeTurns([{ ...words[0]!, beginsTurn: true }, ...words.slice(1)])
  const speaker = nameVoice(turn)
  return [
    {
      text: textOf(own(turn, 'text')) ?? '',
      start: secondsOf(own(turn, 'start'), tally, unitsPerSecond),
      end: secondsOf(own(turn, 'end'), tally, unitsPerSecond),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ]
}

function spokenWords(values: unknown, tally: ProblemTally): SpokenWord[] {
  const words: SpokenWord[] = []
  for (const value of list(values)) {
    const text = textOf(own(value, 'text')) ?? ''
    if (text.trim() === '') continue
    words.push({
      text,
      start: secondsOf(own(value, 'start'), tally, unitsPerSecond),
      end: secondsOf(own(value, 'end'), tally, unitsPerSecond),
      confidence: confidenceOf(own(value, 'confidence')),
      speaker: nameVoice(value),
    })
  }
  return words
}

/** `A`, a channel's `1`, or `1A` are labels; longer ones are names somebody gave. */
function nameVoice(value: unknown): string | undefined {
  const speaker = speakerNameOf(own(value, 'speaker'))
  const channel = textOf(own(value, 'channel'))
  if (channel !== undefined && (speaker === undefined || speaker === `Speaker ${channel}`)) {
    return `Channel ${channel}`
  }
  return speaker !== undefined && /^\d{0,3}[A-Z]{1,2}$/.test(speaker)
    ? `Speaker ${speaker}`
    : speaker
}

function chaptersOf(value: unknown, tally: ProblemTally): Chapter[] {
  const chapters: Chapter[] = []
  for (const chapter of list(own(value, 'chapters'))) {
    const title = textOf(own(chapter, 'headline')) || textOf(own(chapter, 'gist')) || ''
    const start = secondsOf(own(chapter, 'start'), tally, unitsPerSecond)
    if (start !== null && title.trim() !== '') chapters.push({ start, title: title.trim() })
  }
  return chapters.sort((a, b) => a.start - b.start)
}

/** The service answers before it has finished, and after it has failed. */
function reportUnfinished(value: unknown, name: string): Problem | null {
  const status = textOf(own(value, 'status'))
  if (status === 'queued' || status === 'processing') {
    return {
      code: 'transcription-unfinished',
      severity: 'error',
      message: `${name} was fetched from AssemblyAI before the transcription was finished. Fetch it again.`,
    }
  }
  if (status !== 'error') return null
  const reason = textOf(own(value, 'error'))?.trim().replace(/\s+/g, ' ').slice(0, 200)
  return {
    code: 'transcription-failed',
    severity: 'error',
    message: `${name} holds no transcript, for AssemblyAI could not make one${reason ? ` (“${reason}”)` : ''}. Transcribe the recording again.`,
  }
}
