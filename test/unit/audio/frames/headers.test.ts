import { describe, expect, test } from 'vitest'
import { adts, audioSpecificConfig } from '#audio/frames/adts-header.ts'
import { mp3 } from '#audio/frames/mp3-header.ts'
import { adtsFrame } from './made-frames.ts'

/** Headers of real encoders, and the values that other programs read from them. */
const mp3Headers = [
  [0xfffb9064, { length: 417, samples: 1152, sampleRate: 44_100, channels: 2, bitrate: 128_000 }],
  [0xfffb9264, { length: 418, samples: 1152, sampleRate: 44_100, channels: 2, bitrate: 128_000 }],
  [0xfffbe4c4, { length: 960, samples: 1152, sampleRate: 48_000, channels: 1, bitrate: 320_000 }],
  [0xfff380c4, { length: 208, samples: 576, sampleRate: 22_050, channels: 1, bitrate: 64_000 }],
  [0xffe318c4, { length: 72, samples: 576, sampleRate: 8000, channels: 1, bitrate: 8000 }],
  [0xfffd8400, { length: 384, samples: 1152, sampleRate: 48_000, channels: 2, bitrate: 128_000 }],
  [0xffff8000, { length: 276, samples: 384, sampleRate: 44_100, channels: 2, bitrate: 256_000 }],
] as const

const bytesOfWord = (word: number) =>
  Uint8Array.of(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255)

describe('an MP3 header', () => {
  test.each(mp3Headers.map(([word, header]) => [word.toString(16), word, header] as const))(
    '%s is read',
    (_, word, header) => {
      expect(mp3.readHeader(bytesOfWord(word), 0)).toMatchObject(header)
    },
  )

  test.each([
    ['a version', 0xffeb9064],
    ['a layer', 0xfff99064],
    ['a bit rate', 0xfffbf064],
    ['a sampling rate', 0xfffb9c64],
    ['an emphasis', 0xfffb9066],
    ['free format', 0xfffb0064],
    ['half a sync', 0xff7b9064],
  ])('is none with %s that means nothing here', (_, word) => {
    expect(mp3.readHeader(bytesOfWord(word), 0)).toBeNull()
  })

  test('is none where the bytes end', () => {
    expect(mp3.readHeader(bytesOfWord(0xfffb9064), 1)).toBeNull()
  })

  test('has the same kind in mono and stereo, with and without a checksum, at any bit rate', () => {
    const kinds = [0xfffb9064, 0xfffb90c4, 0xfffae164].map(
      (word) => mp3.readHeader(bytesOfWord(word), 0)!.kind,
    )
    expect(new Set(kinds).size).toBe(1)
    expect(mp3.readHeader(bytesOfWord(0xfffb9464), 0)!.kind).not.toBe(kinds[0])
  })
})

describe('an ADTS header', () => {
  test('is read', () => {
    expect(adts.readHeader(adtsFrame({ bytes: 3000 }), 0)).toMatchObject({
      length: 3000,
      headerLength: 7,
      samples: 1024,
      sampleRate: 44_100,
      channels: 2,
    })
    expect(adts.readHeader(adtsFrame({ blocks: 3 }), 0)).toMatchObject({ samples: 3072 })
  })

  test('is none when the frame would be empty', () => {
    expect(adts.readHeader(adtsFrame({ bytes: 7 }), 0)).toBeNull()
  })

  test('says what a decoder of MP4 wants to know', () => {
    const { kind } = adts.readHeader(adtsFrame(), 0)!
    expect([...audioSpecificConfig(kind)]).toEqual([0x12, 0x10])
  })
})
