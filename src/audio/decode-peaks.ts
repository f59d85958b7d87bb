import { createPeakGatherer } from './peaks.ts'
import type { Peaks } from './peaks.ts'

/** Decoding at once holds the whole sound as numbers: an hour took 1.3 GB, three failed. */
const longestDecoded = 90 * 60
const largestDecodedBytes = 200 * 1024 * 1024

/** The sound is resampled to this while decoding: enough for a picture of it. */
const sampleRate = 8000
const sliceLength = 1 << 18

/** Whether a recording is small enough to be decoded at once. Seconds, bytes; 0 for not known. */
export const canDecodeAtOnce = (duration: number, byteLength: number) =>
  duration <= longestDecoded && byteLength <= largestDecodedBytes

/**
 * Peaks of an encoded recording. `decodeAudioData` decodes off the main thread; the samples are then
 * gone through in slices, with the page free to do other things between two of them. Rejects with the
 * decoder's DOMException, or with the signal's reason.
 */
export async function decodePeaks(encoded: ArrayBuffer, signal: AbortSignal): Promise<Peaks> {
  signal.throwIfAborted()
  const decoder = new OfflineAudioContext({ length: 1, sampleRate })
  const sound = await decoder.decodeAudioData(encoded)
  const gatherer = createPeakGatherer(sound.sampleRate, sound.length)
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel)
    for (let first = 0; first < samples.length; first += sliceLength) {
      await nextTask()
      signal.throwIfAborted()
      gatherer.add(samples.subarray(first, first + sliceLength), first)
    }
  }
  return gatherer.finish()
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))
