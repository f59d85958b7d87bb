import { frameOfTime, readFrames, timeOf } from './framed-audio.ts'
import type { FramedAudio } from './framed-audio.ts'
import { createMpg123 } from './mpg123.ts'
import type { RecordingDecoder } from './recording-decoder.ts'

/**
 * A frame may keep some of its bits in the 511 bytes before it; frames of 24 bytes are the shortest in use.
 * What is decoded of so many frames before a range is not used.
 */
const runUp = 15

/**
 * MP3 by mpg123, as WebAssembly: WebCodecs, which takes one frame after the other, needs twice the time, and
 * decodeAudioData leaves half a gigabyte to be collected (src/audio/README.md).
 */
export async function createMpegDecoder(sound: () => FramedAudio): Promise<RecordingDecoder> {
  const mpg123 = await createMpg123()

  return {
    async decode({ start, end }, take) {
      const current = sound()
      const { samples, channels } = current.stream.header
      const wanted = Math.max(0, frameOfTime(current, start))
      const first = Math.max(0, wanted - runUp)
      const { bytes } = await readFrames(current, { first, end: frameOfTime(current, end) + 2 })
      let toDrop = (wanted - first) * samples
      let given = 0
      // mpg123 gives as many frames as it gets, in order; what it cannot decode it gives as silence.
      mpg123.decode(bytes, (planes, sampleRate) => {
        const { length } = planes[0]!
        const dropped = Math.min(toDrop, length)
        toDrop -= dropped
        if (dropped === length) return
        const time = timeOf(current, wanted) + given / sampleRate
        take({
          planes: planes.slice(0, channels).map((plane) => plane.subarray(dropped)),
          time,
          sampleRate,
        })
        given += length - dropped
      })
      if (bytes.length > 0 && given === 0) await mpg123.reset()
    },
    dispose: mpg123.dispose,
  }
}
