import type { Packet } from '../packets/packet.ts'
import { frameOfTime, readFrames, timeOf } from './framed-audio.ts'
import type { FramedAudio } from './framed-audio.ts'
import type { RecordingDecoder } from './recording-decoder.ts'
import { createWebCodecsDecoder } from './web-codecs.ts'

/** Frames that a decoder of AAC hears before its sound is right. */
const runUp = 3

/** AAC in ADTS by the browser's decoder, which takes the frames as they are, header and all. */
export async function createAdtsDecoder(sound: () => FramedAudio): Promise<RecordingDecoder> {
  const { sampleRate, channels } = sound().stream.header
  const decoder = await createWebCodecsDecoder({
    codec: 'mp4a.40.2',
    sampleRate,
    numberOfChannels: channels,
  })
  return {
    async decode({ start, end }, take) {
      const current = sound()
      const first = Math.max(0, frameOfTime(current, start) - runUp)
      const { bytes, lengths } = await readFrames(current, {
        first,
        end: frameOfTime(current, end) + 1,
      })
      const packets: Packet[] = []
      let at = 0
      lengths.forEach((length, count) => {
        const time = timeOf(current, first + count)
        packets.push({ bytes: bytes.subarray(at, at + length), time })
        at += length
      })
      await decoder.decode(once(packets), take)
    },
    dispose: decoder.dispose,
  }
}

async function* once<T>(value: T) {
  yield value
}
