import { list, numberOf, own, textOf } from '../../parsing/json/values.ts'

/** What stands beside the items of a job, joined to them by their start or their id. */
export interface Labels {
  speakerOf(item: unknown): string | undefined
  /** Whether an audio segment begins with the item. */
  beginsSegment(item: unknown): boolean
}

/**
 * Who speaks is written with the item, in `speaker_labels.segments[].items[]` by its start, or in
 * `audio_segments[]` by its id, or by its channel.
 */
export function labelsOf(results: object): Labels {
  const byStart = new Map<number, string>()
  for (const segment of list(own(own(results, 'speaker_labels'), 'segments'))) {
    for (const item of list(own(segment, 'items'))) {
      const start = numberOf(own(item, 'start_time'))
      const label = textOf(own(item, 'speaker_label')) ?? textOf(own(segment, 'speaker_label'))
      if (start !== null && label !== undefined) byStart.set(start, label)
    }
  }
  const byId = new Map<unknown, string>()
  const first = new Set<unknown>()
  for (const segment of list(own(results, 'audio_segments'))) {
    const label = textOf(own(segment, 'speaker_label'))
    const ids = list(own(segment, 'items'))
    if (ids.length > 0) first.add(ids[0])
    if (label !== undefined) for (const id of ids) byId.set(id, label)
  }
  return {
    speakerOf: (item) =>
      textOf(own(item, 'speaker_label')) ??
      byStart.get(numberOf(own(item, 'start_time')) ?? Number.NaN) ??
      byId.get(own(item, 'id')) ??
      textOf(own(item, 'channel_label')),
    beginsSegment: (item) => own(item, 'id') !== undefined && first.has(own(item, 'id')),
  }
}
