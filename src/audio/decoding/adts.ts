import { audioSpecificConfig, samplesPerBlock } from '../frames/adts-header.ts'
import type { FrameHeader } from '../frames/frame-header.ts'
import type { Packet } from '../packets/packet.ts'
import { plainRateIndex } from './aac/audio-specific-config.ts'
import { frameOfTime, readFrames, timeOf } from './framed-audio.ts'
import type { FramedAudio } from './framed-audio.ts'
import type { PacketDecoder } from './packet-decoder.ts'
import type { RecordingDecoder } from './recording-decoder.ts'
import { createWebCodecsDecoder } from './web-codecs.ts'

/** Frames that a decoder of AAC hears before its sound is right. */
const runUp = 3

/** AAC in ADTS. */
export async function createAdtsDecoder(sound: () => FramedAudio): Promise<RecordingDecoder> {
  const decoder = await createFrameDecoder(sound().stream.header)
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

/** The browser's decoder takes frames as they are, header and all. */
async function createFrameDecoder(header: FrameHeader): Promise<PacketDecoder> {
  const { sampleRate, channels, samples, kind, headerLength } = header
  const ofBrowser = () =>
    createWebCodecsDecoder({ codec: 'mp4a.40.2', sampleRate, numberOfChannels: channels })
  const rateIndex = plainRateIndex(audioSpecificConfig(kind))
  // Some frames consist of several.
  if (rateIndex === null || samples > samplesPerBlock) return ofBrowser()
  const { createAacDecoder } = await import('./aac/aac-decoder.ts')
  return createAacDecoder({ rateIndex, sampleRate, headerLength }, ofBrowser)
}

async function* once<T>(value: T) {
  yield value
}
