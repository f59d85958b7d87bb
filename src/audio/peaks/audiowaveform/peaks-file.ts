import { longestRecording } from '../../longest-recording.ts'

/**
 * What BBC's audiowaveform writes down of a sound, binary or JSON: the least and the greatest sample of each
 * pixel, for each channel, in turns
 * (https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md, versions 1 and 2).
 */
export interface PixelPeaks {
  /** Hertz, of the sound. */
  readonly sampleRate: number
  readonly samplesPerPixel: number
  /** Pixels. */
  readonly length: number
  readonly channels: number
  /** A sample at full scale. */
  readonly fullScale: number
  /** `length` × `channels` × 2: least, greatest. */
  readonly samples: ArrayLike<number>
}

/** `why` is a sentence: what is wrong, where, and what to do. */
export type PeaksRefusal = { readonly ok: false; readonly why: string }

export const refusePeaks = (why: string): PeaksRefusal => ({ ok: false, why })

/** The end of most refusals. */
export const remakeAdvice = 'Make it again with audiowaveform, or download it again.'

const mostChannels = 64

/** What is wrong with the numbers that say how to read the rest; `null` where nothing is. */
export function refuseHeader(
  name: string,
  {
    sampleRate,
    samplesPerPixel,
    length,
    channels,
  }: Pick<PixelPeaks, 'sampleRate' | 'samplesPerPixel' | 'length' | 'channels'>,
): PeaksRefusal | null {
  const nonsense = (what: string, value: number) =>
    refusePeaks(
      `${name} cannot be drawn: it says ${what} ${value}, which makes no sense. ${remakeAdvice}`,
    )
  const isCount = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most
  if (!isCount(sampleRate, 10_000_000)) return nonsense('its sample rate is', sampleRate)
  if (!isCount(samplesPerPixel, 2 ** 31))
    return nonsense('its samples per pixel are', samplesPerPixel)
  if (!isCount(channels, mostChannels)) return nonsense('its channels are', channels)
  if (length === 0) return refusePeaks(`${name} has no peaks in it. ${remakeAdvice}`)
  if (!isCount(length, 2 ** 32)) return nonsense('its length is', length)
  const hours = (length * samplesPerPixel) / sampleRate / 3600
  if (hours * 3600 <= longestRecording) return null
  return refusePeaks(
    `${name} cannot be drawn: it says it is of a sound of ${Math.round(hours).toLocaleString('en')} hours, and 100 are the most. ${remakeAdvice}`,
  )
}
