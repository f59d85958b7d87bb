import { remakeAdvice, refusePeaks, refuseHeader } from './peaks-file.ts'
import type { PixelPeaks, PeaksRefusal } from './peaks-file.ts'

/**
 * An object of `sample_rate`, `samples_per_pixel`, `bits`, `length` and `data`; `channels` from version 2 on;
 * files from before 2018 have no `version`. Fractions are read as peaks of which 1 is full scale, as scripts
 * for other players leave them.
 */
export function readJson(text: string, name: string): PixelPeaks | PeaksRefusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refusePeaks(`${name} is no whole JSON: it breaks off or is damaged. ${remakeAdvice}`)
  }
  if (typeof value !== 'object' || value === null || !Array.isArray(own(value, 'data'))) {
    return refusePeaks(`${name} has no list of peaks ("data"). ${remakeAdvice}`)
  }
  const data = own(value, 'data') as readonly unknown[]
  const version = numberOf(value, 'version', 1)
  if (version !== 1 && version !== 2) {
    return refusePeaks(
      `${name} is of version ${version} of audiowaveform's format, and Earshot reads 1 and 2. Make it again with a version of audiowaveform that writes these.`,
    )
  }
  const channels = numberOf(value, 'channels', 1)
  const header = {
    sampleRate: numberOf(value, 'sample_rate'),
    samplesPerPixel: numberOf(value, 'samples_per_pixel'),
    channels,
    length: numberOf(value, 'length', data.length / 2 / channels),
  }
  const refusal = refuseHeader(name, header)
  if (refusal) return refusal
  const count = header.length * channels * 2
  if (data.length < count) {
    const whole = Math.floor(data.length / 2 / channels).toLocaleString('en')
    return refusePeaks(
      `${name} says it has ${header.length.toLocaleString('en')} peaks, and has ${whole}: it is not whole. ${remakeAdvice}`,
    )
  }
  const wrong = data.findIndex((sample) => typeof sample !== 'number')
  if (wrong !== -1 && wrong < count) {
    return refusePeaks(
      `${name} has something that is no number at place ${(wrong + 1).toLocaleString('en')} of its peaks. ${remakeAdvice}`,
    )
  }
  const samples = data as readonly number[]
  return { ...header, fullScale: fullScaleOf(samples, numberOf(value, 'bits', 16)), samples }
}

function fullScaleOf(samples: readonly number[], bits: number): number {
  if (samples.some((sample) => !Number.isInteger(sample))) return 1
  return bits === 8 ? 128 : 32_768
}

const own = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined

function numberOf(value: object, key: string, otherwise = Number.NaN): number {
  const found = own(value, key)
  if (found === undefined) return otherwise
  return typeof found === 'number' ? found : Number.NaN
}
