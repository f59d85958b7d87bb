import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'

export interface Target {
  /** The address of the recording or canvas, without the fragment. */
  readonly source: string
  /** Seconds, as written. */
  readonly start: number | null
  readonly end: number | null
}

/** The target and its time: `…#t=1,2`, or a source with a fragment, point or range selector. */
export function targetOf(annotation: unknown): Target {
  const written = property(annotation, 'target')
  const target = Array.isArray(written) ? asArray(written)[0] : written
  const source = property(target, 'source') ?? target
  const address =
    asText(source) ?? asText(property(source, 'id')) ?? asText(property(source, '@id')) ?? ''
  const mark = address.indexOf('#')
  const whole = mark === -1 ? address : address.slice(0, mark)
  const times =
    timesOfSelector(property(target, 'selector')) ??
    (mark === -1 ? null : timesOfFragment(address.slice(mark + 1)))
  return { source: whole, start: times?.start ?? null, end: times?.end ?? null }
}

interface Times {
  readonly start: number | null
  readonly end: number | null
}

function timesOfSelector(written: unknown): Times | null {
  for (const selector of Array.isArray(written) ? asArray(written) : [written]) {
    const fragment = asText(property(selector, 'value'))
    const times = fragment === undefined ? null : timesOfFragment(fragment.replace(/^#/, ''))
    if (times !== null) return times
    const from = property(selector, 'startSelector')
    const start = asNumber(property(selector, 't') ?? property(from, 't'))
    if (start !== null)
      return { start, end: asNumber(property(property(selector, 'endSelector'), 't')) }
  }
  return null
}

/**
 * Parses a media fragment's normal play time, seconds or a clock time: https://www.w3.org/TR/media-frags/#naming-time
 */
function timesOfFragment(fragment: string): Times | null {
  const time = fragment.split('&').find((part) => part.startsWith('t='))
  if (time === undefined) return null
  const [start = '', end = ''] = time.slice(2).replace(/^npt:/, '').replace(/%2c/gi, ',').split(',')
  return {
    start: start === '' ? 0 : formatClockTime(start),
    end: end === '' ? null : formatClockTime(end),
  }
}

/** NaN if the text is not a time. */
function formatClockTime(text: string): number {
  const parts = text.trim().replace(/s$/, '').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,15}(?:\.\d*)?$/.test(part)))
    return Number.NaN
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}
