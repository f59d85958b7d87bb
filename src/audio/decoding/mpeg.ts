import { MPEGDecoder } from 'mpg123-decoder'
import { frameOfTime, readFrames, timeOf } from './framed-sound.ts'
import type { FramedSound } from './framed-sound.ts'
import type { SoundDecoder } from './sound-decoder.ts'

/**
 * A frame may keep some of its bits in the 511 bytes before it; frames of 24 bytes are the shortest in use.
 * What is decoded of so many frames before a stretch is not used.
 */
const runUp = 15

/** Bytes at once: what comes out of them is held in memory. */
const portion = 64 * 1024

/**
 * MP3 by mpg123, as WebAssembly: WebCodecs, which takes one frame after the other, needs twice the time, and
 * decodeAudioData leaves half a gigabyte to be collected (docs: src/audio/README.md).
 */
export async function createMpegDecoder(sound: () => FramedSound): Promise<SoundDecoder> {
  const decoder = new MPEGDecoder({ enableGapless: false })
  await decoder.ready

  return {
    async decode({ start, end }, take) {
      const current = sound()
      const wanted = Math.max(0, frameOfTime(current, start))
      const first = Math.max(0, wanted - runUp)
      const { bytes, lengths } = await readFrames(current, {
        first,
        end: frameOfTime(current, end) + 2,
      })
      const { samples } = current.stream.header
      let toDrop = (wanted - first) * samples
      let at = timeOf(current, wanted)
      // mpg123 gives as many frames as it gets, in order; what it cannot decode it gives as silence.
      for (let from = 0; from < bytes.length; from += portion) {
        const { channelData, samplesDecoded, sampleRate } = decoder.decode(
          bytes.subarray(from, from + portion),
        )
        const dropped = Math.min(toDrop, samplesDecoded)
        toDrop -= dropped
        if (samplesDecoded === dropped) continue
        take({ planes: channelData.map((plane) => plane.subarray(dropped)), time: at, sampleRate })
        at += (samplesDecoded - dropped) / sampleRate
      }
      if (lengths.length > 0 && at === timeOf(current, wanted)) await decoder.reset()
    },
    dispose: () => decoder.free(),
  }
}
