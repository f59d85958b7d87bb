import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ByteSource } from '#audio/byte-source.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { openAudio } from '#audio/open-audio.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOfFrames } from '#audio/frames/frame-index.ts'

const file = join(import.meta.dirname, '../../public/demo/demo.mp3')

/** The demo's sound by the app's own decoder, and its length in seconds. */
export async function openDemo(): Promise<{ decoder: RecordingDecoder; duration: number }> {
  const bytes = new Uint8Array(readFileSync(file))
  const source: ByteSource = {
    size: bytes.length,
    read: async (from, to) => bytes.slice(from, Math.min(to, bytes.length)),
  }
  const sound = await openAudio(source)
  const count = sound.stream && (await countFrames(source, sound.stream))
  if (count?.kind !== 'counted') throw new Error('the demo is not an MP3 any more')
  sound.setFrameIndex(count.index)
  return { decoder: await sound.createDecoder(), duration: durationOfFrames(count.index) }
}
