import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ByteSource } from '#audio/byte-source.ts'
import type { SoundDecoder } from '#audio/decoding/sound-decoder.ts'
import { openSound } from '#audio/open-sound.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOf } from '#audio/frames/frame-index.ts'

const file = join(import.meta.dirname, '../../public/demo/demo.mp3')

/** The demo's sound by the app's own decoder, and its length in seconds. */
export async function openDemo(): Promise<{ decoder: SoundDecoder; duration: number }> {
  const bytes = new Uint8Array(readFileSync(file))
  const source: ByteSource = {
    size: bytes.length,
    read: async (from, to) => bytes.slice(from, Math.min(to, bytes.length)),
  }
  const sound = await openSound(source)
  const count = sound.stream && (await countFrames(source, sound.stream))
  if (count?.kind !== 'counted') throw new Error('the demo is not an MP3 any more')
  sound.placeByCount(count.index)
  return { decoder: await sound.createDecoder(), duration: durationOf(count.index) }
}
