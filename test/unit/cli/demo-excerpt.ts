import { join } from 'node:path'
import { openDecodable } from '#cli/audio/open-decodable.ts'
import { bytesOf, textBytes } from '../audio/frames/made-frames.ts'
import { formatChunk, uint32 } from '../audio/decoding/made-wave.ts'
import { demoWords } from '../../support/demo-words.ts'

export const demoSound = join(import.meta.dirname, '../../../public/demo/demo.mp3')

/** The first seconds of the demo: two voices, and their text. */
export async function demoExcerpt(seconds: number) {
  const { decoder, close } = await openDecodable(demoSound, 'own')
  const samples: number[] = []
  let rate = 0
  await decoder.decode({ start: 0, end: seconds }, ({ planes, time, sampleRate }) => {
    rate = sampleRate
    const first = Math.round(time * sampleRate)
    planes[0]!.forEach((value, at) => {
      if (first + at >= 0) samples[first + at] = value
    })
  })
  await close()
  const words = demoWords().filter(({ end }) => end < seconds)
  return {
    wave: waveOf(samples.slice(0, Math.floor(seconds * rate)), rate),
    text: words.map(({ text }) => text.trim()).join(' '),
    words,
  }
}

/** 16 bits, mono. `samples`: −1 to 1. */
export function waveOf(samples: readonly number[], sampleRate: number): Uint8Array {
  const content = new Uint8Array(samples.length * 2)
  const view = new DataView(content.buffer)
  samples.forEach((value, at) => {
    view.setInt16(at * 2, Math.max(-32_768, Math.min(32_767, Math.round(value * 32_767))), true)
  })
  const head = bytesOf(textBytes('data'), uint32(content.length))
  const format = formatChunk({ sampleRate })
  const size = 4 + format.length + head.length + content.length
  const riff = bytesOf(textBytes('RIFF'), uint32(size), textBytes('WAVE'), format, head)
  const file = new Uint8Array(riff.length + content.length)
  file.set(riff)
  file.set(content, riff.length)
  return file
}
