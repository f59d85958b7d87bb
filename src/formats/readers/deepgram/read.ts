import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportUntimed, untimedSegments } from '../../parsing/json/untimed.ts'
import { list, numberOf, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns } from '../../parsing/words/compose-turns.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { alternativeOf, channelsIn, resultsIn } from './shapes.ts'
import { nameVoice, spokenWords } from './words.ts'

/**
 * Deepgram's answer to a recording: https://developers.deepgram.com/reference/listen-file. Segments begin where
 * its utterances do, else where its paragraphs do; within both, after each sentence.
 */
export function readDeepgram({ json, name }: Source): Draft {
  const document = json()
  const channels = channelsIn(document?.value)
  if (channels === null) return refuseShape(name, 'Deepgram')
  const tally = createTally()
  const utterances = list(own(resultsIn(document?.value), 'utterances'))
  const uttered = utterances.flatMap((utterance) =>
    draftUtterance(utterance, { channels: channels.length, tally }),
  )
  const segments =
    uttered.length > 0
      ? uttered
      : Array.from(channels, (_, index) => draftChannel(channels, { index, tally })).flat()
  const language = languageOf(document?.value, channels)
  return {
    ...(language === undefined ? {} : { language }),
    segments: channels.length > 1 ? orderByStart(segments) : segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

function draftUtterance(
  utterance: unknown,
  { channels, tally }: { channels: number; tally: ProblemTally },
): DraftSegment[] {
  const channel = channels > 1 ? (numberOf(own(utterance, 'channel')) ?? undefined) : undefined
  const speaker = nameVoice(own(utterance, 'speaker'), channel)
  const words = spokenWords(own(utterance, 'words'), { channel, tally, speaker })
  if (words.length > 0) return composeTurns([{ ...words[0]!, beginsTurn: true }, ...words.slice(1)])
  const text = textOf(own(utterance, 'transcript')) ?? ''
  if (text.trim() === '') return []
  return [
    {
      text,
      start: secondsOf(own(utterance, 'start'), tally),
      end: secondsOf(own(utterance, 'end'), tally),
      ...(speaker === undefined ? {} : { speaker }),
    },
  ]
}

function draftChannel(
  channels: readonly unknown[],
  { index, tally }: { index: number; tally: ProblemTally },
): DraftSegment[] {
  const alternative = alternativeOf(channels[index])
  const channel = channels.length > 1 ? index : undefined
  const speaker = nameVoice(undefined, channel)
  const words = spokenWords(own(alternative, 'words'), { channel, tally, speaker })
  if (words.length === 0) {
    return untimedSegments(textOf(own(alternative, 'transcript')) ?? '').map((segment) =>
      speaker === undefined ? segment : { ...segment, speaker },
    )
  }
  const paragraphs = list(own(own(alternative, 'paragraphs'), 'paragraphs'))
  const starts = new Set(paragraphs.map((paragraph) => numberOf(own(paragraph, 'start'))))
  return composeTurns(
    words.map((word) =>
      word.start !== null && starts.has(word.start) ? { ...word, beginsTurn: true } : word,
    ),
  )
}

function languageOf(value: unknown, channels: readonly unknown[]): string | undefined {
  const written = [
    own(channels[0], 'detected_language'),
    list(own(alternativeOf(channels[0]), 'languages'))[0],
    own(own(value, 'metadata'), 'language'),
  ]
  return written.map((language) => languageTag(textOf(language))).find((tag) => tag !== undefined)
}
