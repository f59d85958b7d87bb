import { list, own } from '../../parsing/json/values.ts'

/** What Deepgram answers; its SDKs put it into a `result`. */
export function resultsIn(value: unknown): unknown {
  return own(value, 'results') ?? own(own(value, 'result'), 'results')
}

/** `{results: {channels: [{alternatives: []}]}}`; `null` for any other JSON. */
export function channelsIn(value: unknown): readonly unknown[] | null {
  const channels = list(own(resultsIn(value), 'channels'))
  return channels.some((channel) => Array.isArray(own(channel, 'alternatives'))) ? channels : null
}

/** The likeliest alternative of a channel; the others say the same in other words. */
export function alternativeOf(channel: unknown): unknown {
  return list(own(channel, 'alternatives'))[0]
}
