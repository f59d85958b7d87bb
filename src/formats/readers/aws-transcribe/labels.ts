import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'

/** Speaker labels and audio segments, joined to the items of a job by start time or id. */
export interface SpeakerLabels {
  speakerOf(item: unknown): string | undefined
  /** Whether an audio segment begins with this item. */
  beginsSegment(item: unknown): boolean
}

/**
 * Finds speakers in all the places where Amazon writes them: in the item, in `speaker_labels.segments[].items[]` by
 * start time, in `audio_segments[]` by id, or as a channel.
 */
export function speakerLabelsOf(results: object): SpeakerLabels {
  const byStart = new Map<number, string>()
  for (const segment of asArray(property(property(results, 'speaker_labels'), 'segments'))) {
    for (const item of asArray(property(segment, 'items'))) {
      const start = asNumber(property(item, 'start_time'))
      const label =
        asText(property(item, 'speaker_label')) ?? asText(property(segment, 'speaker_label'))
      if (start !== null && label !== undefined) byStart.set(start, label)
    }
  }
  const byId = new Map<unknown, string>()
  const first = new Set<unknown>()
  for (const segment of asArray(property(results, 'audio_segments'))) {
    const label = asText(property(segment, 'speaker_label'))
    const ids = asArray(property(segment, 'items'))
    if (ids.length > 0) first.add(ids[0])
    if (label !== undefined) for (const id of ids) byId.set(id, label)
  }
  return {
    speakerOf: (item) =>
      asText(property(item, 'speaker_label')) ??
      byStart.get(asNumber(property(item, 'start_time')) ?? Number.NaN) ??
      byId.get(property(item, 'id')) ??
      asText(property(item, 'channel_label')),
    beginsSegment: (item) => property(item, 'id') !== undefined && first.has(property(item, 'id')),
  }
}
