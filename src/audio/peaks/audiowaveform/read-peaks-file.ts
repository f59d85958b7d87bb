import { peaksPerSecond } from '../compute-peaks.ts'
import type { PixelPeaks, PeaksRefusal } from './peaks-file.ts'
import { readDat } from './read-dat.ts'
import { readJson } from './read-json.ts'

export type PeaksReading =
  | {
      readonly ok: true
      /** The loudest of each hundredth of a second, of all channels, 0 to 255. */
      readonly peaks: Uint8Array<ArrayBuffer>
      /** Seconds, to the end of the last pixel: at most a pixel more than the sound lasts. */
      readonly duration: number
      /** Seconds: how much each of the file's own peaks covers. */
      readonly resolution: number
      /** The file has fewer peaks than that: each was taken for all the hundredths it covers. */
      readonly isCoarse: boolean
    }
  | PeaksRefusal

/** Reads a file that `looksLikePeaks`, in either of its forms. `name` is what refusals call it. */
export function readPeaksFile(bytes: Uint8Array, name: string): PeaksReading {
  const isJson = /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
  const read = isJson ? readJson(new TextDecoder().decode(bytes), name) : readDat(bytes, name)
  if ('ok' in read) return read
  const perSecond = read.sampleRate / read.samplesPerPixel
  return {
    ok: true,
    peaks: resample(loudestOfPixels(read), perSecond),
    duration: read.length / perSecond,
    resolution: 1 / perSecond,
    isCoarse: perSecond < peaksPerSecond,
  }
}

function loudestOfPixels({ samples, length, channels, fullScale }: PixelPeaks): Uint8Array {
  const loudest = new Uint8Array(length)
  const perPixel = channels * 2
  for (let pixel = 0; pixel < length; pixel++) {
    let most = 0
    for (let at = pixel * perPixel; at < (pixel + 1) * perPixel; at++) {
      most = Math.max(most, Math.abs(samples[at]!))
    }
    loudest[pixel] = Math.min(255, Math.round((most / fullScale) * 255))
  }
  return loudest
}

/** A pixel counts for each hundredth of a second that it touches, so that no peak is lost between two. */
function resample(pixels: Uint8Array, perSecond: number): Uint8Array<ArrayBuffer> {
  const perPeak = perSecond / peaksPerSecond
  const peaks = new Uint8Array(Math.max(1, Math.ceil(round(pixels.length / perPeak))))
  for (let peak = 0; peak < peaks.length; peak++) {
    const end = Math.min(pixels.length, Math.ceil(round((peak + 1) * perPeak)))
    for (let pixel = Math.floor(round(peak * perPeak)); pixel < end; pixel++) {
      if (pixels[pixel]! > peaks[peak]!) peaks[peak] = pixels[pixel]!
    }
  }
  return peaks
}

/** What division has lost must not make a touch out of a meeting. */
const round = (place: number) => Math.round(place * 1e6) / 1e6
