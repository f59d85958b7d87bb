import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportNoTimes, untimedSegments } from '../../parsing/json/untimed.ts'
import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns } from '../../parsing/words/compose-turns.ts'
import { mergeByStart, orderByStart } from '../../parsing/words/compose-channels.ts'
import { deepgramAlternativeOf, channelsIn, deepgramResultsIn } from './shapes.ts'
import { deepgramSpeakerName, deepgramWords } from './words.ts'

/**
 * Reads Deepgram's response: https://developers.deepgram.com/reference/listen-file. Segments begin at utterances, else
 * at paragraphs, and within both after each sentence.
 */
export function readDeepgram({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const channels = channelsIn(document?.value)
  if (channels === null) return refuseShape(name, 'Deepgram')
  const tally = createTally()
  const utterances = asArray(property(deepgramResultsIn(document?.value), 'utterances'))
  const uttered = utterances.flatMap((utterance) =>
    parseUtterance(utterance, { channels: channels.length, tally }),
  )
  const segments =
    uttered.length > 0
      ? orderByStart(uttered)
      : mergeByStart(Array.from(channels, (_, index) => parseChannel(channels, { index, tally })))
  const language = languageOf(document?.value, channels)
  return {
    ...(language === undefined ? {} : { language }),
    segments: segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function parseUtterance(
  utterance: unknown,
  { channels, tally }: { channels: number; tally: ProblemTally },
): ParsedSegment[] {
  const channel = channels > 1 ? (asNumber(property(utterance, 'channel')) ?? undefined) : undefined
  const speaker = deepgramSpeakerName(property(utterance, 'speaker'), channel)
  const words = deepgramWords(property(utterance, 'words'), { channel, tally, speaker })
  if (words.length > 0) return composeTurns([{ ...words[0]!, beginsTurn: true }, ...words.slice(1)])
  const text = asText(property(utterance, 'transcript')) ?? ''
  if (text.trim() === '') return []
  return [
    {
      text,
      start: secondsOf(property(utterance, 'start'), tally),
      end: secondsOf(property(utterance, 'end'), tally),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ]
}

function parseChannel(
  channels: readonly unknown[],
  { index, tally }: { index: number; tally: ProblemTally },
): ParsedSegment[] {
  const alternative = deepgramAlternativeOf(channels[index])
  const channel = channels.length > 1 ? index : undefined
  const speaker = deepgramSpeakerName(undefined, channel)
  const words = deepgramWords(property(alternative, 'words'), { channel, tally, speaker })
  if (words.length === 0) {
    return untimedSegments(asText(property(alternative, 'transcript')) ?? '').map((segment) =>
      speaker === undefined ? segment : { ...segment, speaker },
    )
  }
  const paragraphs = asArray(property(property(alternative, 'paragraphs'), 'paragraphs'))
  const starts = new Set(paragraphs.map((paragraph) => asNumber(property(paragraph, 'start'))))
  return composeTurns(
    words.map((word) =>
      word.start !== null && starts.has(word.start) ? { ...word, beginsTurn: true } : word,
    ),
  )
}

function languageOf(value: unknown, channels: readonly unknown[]): string | undefined {
  const written = [
    property(channels[0], 'detected_language'),
    asArray(property(deepgramAlternativeOf(channels[0]), 'languages'))[0],
    property(property(value, 'metadata'), 'language'),
  ]
  return written.map((language) => languageTag(asText(language))).find((tag) => tag !== undefined)
}
