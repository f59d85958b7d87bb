import { list, numberOf, own, textOf } from '../../parsing/json/values.ts'

export interface Target {
  /** The recording or canvas, without its fragment. */
  readonly source: string
  /** Seconds, as written. */
  readonly start: number | null
  readonly end: number | null
}

/** Where and when: `…#t=1,2`, or a source with a selector of a fragment, a point or a range. */
export function targetOf(annotation: unknown): Target {
  const written = own(annotation, 'target')
  const target = Array.isArray(written) ? list(written)[0] : written
  const source = own(target, 'source') ?? target
  const address = textOf(source) ?? textOf(own(source, 'id')) ?? textOf(own(source, '@id')) ?? ''
  const mark = address.indexOf('#')
  const whole = mark === -1 ? address : address.slice(0, mark)
  const times =
    timesOfSelector(own(target, 'selector')) ??
    (mark === -1 ? null : timesOfFragment(address.slice(mark + 1)))
  return { source: whole, start: times?.start ?? null, end: times?.end ?? null }
}

interface Times {
  readonly start: number | null
  readonly end: number | null
}

function timesOfSelector(written: unknown): Times | null {
  for (const selector of Array.isArray(written) ? list(written) : [written]) {
    const fragment = textOf(own(selector, 'value'))
    const times = fragment === undefined ? null : timesOfFragment(fragment.replace(/^#/, ''))
    if (times !== null) return times
    const from = own(selector, 'startSelector')
    const start = numberOf(own(selector, 't') ?? own(from, 't'))
    if (start !== null) return { start, end: numberOf(own(own(selector, 'endSelector'), 't')) }
  }
  return null
}

/** https://www.w3.org/TR/media-frags/#naming-time, in normal play time: seconds or a clock. */
function timesOfFragment(fragment: string): Times | null {
  const time = fragment.split('&').find((part) => part.startsWith('t='))
  if (time === undefined) return null
  const [start = '', end = ''] = time.slice(2).replace(/^npt:/, '').replace(/%2c/gi, ',').split(',')
  return { start: start === '' ? 0 : clockTime(start), end: end === '' ? null : clockTime(end) }
}

/** NaN where it is no time. */
function clockTime(text: string): number {
  const parts = text.trim().replace(/s$/, '').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d{1,15}(?:\.\d*)?$/.test(part)))
    return Number.NaN
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}
