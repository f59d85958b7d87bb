import { asArray, property } from '../../parsing/json/values.ts'

/** The response object; Deepgram's SDKs wrap it in `result`. */
export function deepgramResultsIn(value: unknown): unknown {
  return property(value, 'results') ?? property(property(value, 'result'), 'results')
}

/** `{results: {channels: [{alternatives: []}]}}`; `null` for any other JSON. */
export function channelsIn(value: unknown): readonly unknown[] | null {
  const channels = asArray(property(deepgramResultsIn(value), 'channels'))
  return channels.some((channel) => Array.isArray(property(channel, 'alternatives')))
    ? channels
    : null
}

/** The best alternative of a channel; the others are other readings of the same speech. */
export function deepgramAlternativeOf(channel: unknown): unknown {
  return asArray(property(channel, 'alternatives'))[0]
}
