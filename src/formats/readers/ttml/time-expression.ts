import type { XmlElement } from '../../parsing/xml/tree.ts'
import { attributeIn } from './names.ts'

export interface Rates {
  /** Frames per second, with the multiplier applied. */
  readonly effective: number
  /** The nominal frame rate: 30 if `effective` is 29.97. */
  readonly nominal: number
  readonly subFrames: number
  readonly ticks: number
  readonly isSmpte: boolean
  /** Frame numbers that SMPTE drop-frame skips each minute. */
  readonly dropped: number
}

/** Reads https://www.w3.org/TR/ttml2/#parameter-vocabulary-attributes, with their defaults. */
export function ratesOf(tt: XmlElement): Rates {
  const parameter = (name: string) => attributeIn(tt, 'parameter', name)
  const written = positive(parameter('frameRate'))
  const nominal = written ?? 30
  const multiplier = /^\s*(\d+)[\s:]+(\d+)\s*$/.exec(parameter('frameRateMultiplier') ?? '')
  const factor = multiplier === null ? 1 : Number(multiplier[1]) / Number(multiplier[2])
  const effective = nominal * (Number.isFinite(factor) && factor > 0 ? factor : 1)
  const subFrames = positive(parameter('subFrameRate')) ?? 1
  const ticks = positive(parameter('tickRate')) ?? (written === null ? 1 : effective * subFrames)
  const drop = parameter('dropMode')
  return {
    effective,
    nominal,
    subFrames,
    ticks,
    isSmpte: parameter('timeBase') === 'smpte',
    dropped: drop === 'dropNTSC' ? 2 : drop === 'dropPAL' ? 4 : 0,
  }
}

const clock = /^(?:(\d{1,10}):)?(\d{1,10}):(\d{1,3})(?:[.,](\d{1,20})|:(\d{1,5})(?:\.(\d{1,5}))?)?$/
const offset = /^(\d{1,15}(?:\.\d{1,20})?|\.\d{1,20})(h|ms|m|s|f|t)?$/

/**
 * Seconds of a time expression (https://www.w3.org/TR/ttml2/#timing-value-time-expression), or `null`. Apple's `9.731`
 * and `1:02.345` are accepted too.
 */
export function parseTimeExpression(text: string, rates: Rates): number | null {
  const written = text.trim()
  const count = offset.exec(written)
  if (count !== null) {
    const number = Number(count[1])
    const unit = count[2] ?? 's'
    if (unit === 'ms') return number / 1000
    if (unit === 'f') return number / rates.effective
    if (unit === 't') return number / rates.ticks
    return number * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1)
  }
  const found = clock.exec(written)
  if (found === null) return null
  const [, hours = '0', minutes, seconds, fraction, frames, subFrames = '0'] = found
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (fraction !== undefined) return Number(`${whole}.${fraction}`)
  const extra = Number(frames ?? 0) + Number(subFrames) / rates.subFrames
  if (!rates.isSmpte) return whole + extra / rates.effective
  const minute = Math.floor(whole / 60)
  // dropNTSC skips no frames in every tenth minute; dropPAL (M/PAL) skips four in every second minute, except each
  // twentieth
  const skips =
    rates.dropped === 4
      ? Math.floor(minute / 2) - Math.floor(minute / 20)
      : minute - Math.floor(minute / 10)
  return (whole * rates.nominal + extra - skips * rates.dropped) / rates.effective
}

function positive(text: string | undefined): number | null {
  const number = Number(text ?? '')
  return Number.isFinite(number) && number > 0 ? number : null
}
