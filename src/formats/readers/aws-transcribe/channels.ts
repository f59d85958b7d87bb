import type { ProblemTally } from '#transcript/problem-tally.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { glueMarks, type GluedWord, type Token } from '../../parsing/words/glue-marks.ts'
import { speakerLabelsOf, type SpeakerLabels } from './labels.ts'

/** The words of a job, one list per channel; a single list for a job without channel identification. */
export function wordsOfChannels(results: object, tally: ProblemTally): GluedWord[][] {
  const labels = speakerLabelsOf(results)
  return Array.from(itemsOfChannels(results), ({ items, label }) =>
    glueMarks(piecesOf(items, { label, labels, tally })),
  )
}

interface Channel {
  readonly items: readonly unknown[]
  readonly label: string | undefined
}

/**
 * The items grouped by channel: either each item names its channel, or `channel_labels` repeats the items by channel.
 */
function itemsOfChannels(results: object): Channel[] {
  const items = asArray(property(results, 'items'))
  const byLabel = groupBy(items, (item) => asText(property(item, 'channel_label')))
  if (!byLabel.has(undefined) && byLabel.size > 1)
    return Array.from(byLabel, ([label, its]) => ({ items: its, label }))
  const channels = asArray(property(property(results, 'channel_labels'), 'channels')).map(
    (channel) => ({
      items: asArray(property(channel, 'items')),
      label: asText(property(channel, 'channel_label')),
    }),
  )
  const isWhole = channels.reduce((sum, channel) => sum + channel.items.length, 0) >= items.length
  return channels.length > 1 && isWhole ? channels : [{ items, label: undefined }]
}

/** A word without a speaker label has the speaker of the word before it. */
function piecesOf(
  items: readonly unknown[],
  {
    label,
    labels,
    tally,
  }: { label: string | undefined; labels: SpeakerLabels; tally: ProblemTally },
): Token[] {
  const pieces: Token[] = []
  let speaker: string | undefined
  for (const item of items) {
    const heard = asArray(property(item, 'alternatives'))[0]
    const text = asText(property(heard, 'content'))
    if (text === undefined || text.trim() === '') continue
    const isMark = property(item, 'type') === 'punctuation'
    if (!isMark) speaker = labels.speakerOf(item) ?? label ?? speaker
    pieces.push({
      text,
      isMark,
      start: secondsOf(property(item, 'start_time'), tally),
      end: secondsOf(property(item, 'end_time'), tally),
      confidence: confidenceOf(property(heard, 'confidence')),
      speaker,
      beginsTurn: labels.beginsSegment(item),
    })
  }
  return pieces
}
