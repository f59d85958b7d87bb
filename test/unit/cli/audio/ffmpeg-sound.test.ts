import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGaplessMono } from '#audio/decoding/gapless-mono.ts'
import { createFfmpegDecoder, hasFfmpeg } from '#cli/audio/ffmpeg-sound.ts'
import { openDecodable } from '#cli/audio/open-decodable.ts'
import type { RecordingDecoder, AudioRange } from '#audio/decoding/recording-decoder.ts'
import { demoSound, waveOf } from '../demo-excerpt.ts'
import { folderWith } from '../folders.ts'

const rate = 16_000

/** The samples of exactly this range. */
async function heard(decoder: RecordingDecoder, { start, end }: AudioRange): Promise<Float32Array> {
  const samples = new Float32Array(Math.round((end - start) * rate))
  let next: number | null = null
  await decoder.decode({ start, end }, ({ planes, time, sampleRate }) => {
    expect(sampleRate).toBe(rate)
    if (next === null) expect(time).toBeLessThanOrEqual(start)
    else expect(time).toBeCloseTo(next, 6)
    next = time + planes[0]!.length / rate
    const shift = Math.round((time - start) * rate)
    planes[0]!.forEach((value, at) => {
      if (shift + at >= 0 && shift + at < samples.length) samples[shift + at] = value
    })
  })
  return samples
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0)

const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args])

describe.skipIf(!hasFfmpeg())('sound by FFmpeg', { timeout: 60_000 }, () => {
  let whole: Float32Array
  beforeAll(async () => {
    whole = await heard(createFfmpegDecoder(demoSound, { seeksExactly: false, channels: 1 }), {
      start: 0,
      end: 190,
    })
  })
  const partOf = ({ start, end }: AudioRange) => whole.slice(start * rate, end * rate)

  const walk = [
    { start: 3, end: 5 },
    { start: 4.5, end: 6 },
    { start: 150, end: 152 },
    { start: 149, end: 151 },
    { start: 10, end: 11 },
    { start: 180, end: 189 },
  ]

  test('of an MP3 is the same in any order of requests: forward, a little back, far back', async () => {
    const decoder = createFfmpegDecoder(demoSound, { seeksExactly: false, channels: 1 })
    for (const stretch of walk) {
      expect(largestDifference(await heard(decoder, stretch), partOf(stretch))).toBe(0)
    }
    decoder.dispose()
  })

  test.each(['flac', 'm4a'])('of a file with exact seeks (%s) is the same, too', async (kind) => {
    const file = join(folderWith(), `demo.${kind}`)
    ffmpeg('-i', demoSound, '-ac', '1', '-ar', '16000', file)
    const straight = createFfmpegDecoder(file, { seeksExactly: false, channels: 1 })
    const all = await heard(straight, { start: 0, end: 190 })
    const jumping = createFfmpegDecoder(file, { seeksExactly: true, channels: 1 })
    // AAC fills inaudible bands with noise, which differs after each seek.
    const tolerance = 0.02
    for (const { start, end } of walk) {
      const part = all.slice(start * rate, end * rate)
      const given = await heard(jumping, { start, end })
      expect(largestDifference(given, part)).toBeLessThan(tolerance)
      const aSampleOff = all.slice(start * rate + 1, end * rate + 1)
      expect(largestDifference(given, aSampleOff)).toBeGreaterThan(tolerance)
    }
    straight.dispose()
    jumping.dispose()
  })

  test('is where the page has it: by no sample off, by its own decoders', async () => {
    const file = join(folderWith(), 'demo.flac')
    ffmpeg('-i', demoSound, '-t', '10', '-ac', '1', '-ar', '16000', file)
    const own = await openDecodable(file, 'own')
    const other = await openDecodable(file, 'ffmpeg')
    const stretch = { start: 2, end: 8 }
    const difference = largestDifference(
      await heard(own.decoder, stretch),
      await heard(other.decoder, stretch),
    )
    expect(difference).toBeLessThan(1e-3)
    expect(other.duration).toBeCloseTo(own.duration, 6)
    await own.close()
    await other.close()
  })

  test('keeps two channels apart, so that those in opposite phase are not lost', async () => {
    const folder = folderWith({ 'tone.wav': tone(2) })
    const file = join(folder, 'stereo.flac')
    ffmpeg('-i', join(folder, 'tone.wav'), '-af', 'pan=stereo|c0=c0|c1=-1*c0', file)
    const { decoder, close } = await openDecodable(file, 'ffmpeg')
    let loudest = 0
    const range = { start: 0, end: 2 }
    const take = createGaplessMono(range, (samples) => {
      for (const value of samples) loudest = Math.max(loudest, Math.abs(value))
    })
    await decoder.decode(range, take)
    expect(loudest).toBeGreaterThan(0.1)
    await close()
  })

  test('begins late where a film’s sound does', async () => {
    const folder = folderWith({ 'tone.wav': tone(2) })
    const film = join(folder, 'film.mkv')
    const picture = ['-f', 'lavfi', '-i', 'color=size=32x32:rate=10:duration=3']
    ffmpeg(...picture, '-itsoffset', '0.7', '-i', join(folder, 'tone.wav'), '-c:a', 'flac', film)
    const { decoder, close } = await openDecodable(film, 'ffmpeg')
    const samples = await heard(decoder, { start: 0, end: 2 })
    const first = samples.findIndex((value) => Math.abs(value) > 0.1)
    expect(first / rate).toBeCloseTo(0.7, 2)
    await close()
  })

  test('ends where the recording ends, and says so again', async () => {
    const file = join(folderWith({ 'tone.wav': tone(2) }), 'tone.wav')
    const decoder = createFfmpegDecoder(file, { seeksExactly: true, channels: 1 })
    const ends: number[] = []
    for (let round = 0; round < 2; round++) {
      await decoder.decode({ start: 1, end: 60 }, ({ planes, time }) => {
        ends.push(time + planes[0]!.length / rate)
      })
    }
    expect(ends.at(-1)).toBeCloseTo(2, 3)
    expect(ends.filter((end) => Math.abs(end - 2) < 1e-3)).toHaveLength(2)
    decoder.dispose()
  })

  test('in a format that the page cannot read has a duration all the same', async () => {
    const file = join(folderWith({ 'tone.wav': tone(3) }), 'tone.aiff')
    ffmpeg('-i', file.replace('.aiff', '.wav'), file)
    await expect(openDecodable(file, 'own')).rejects.toThrow(/not known|no sound|format/)
    const { duration, close } = await openDecodable(file, 'ffmpeg')
    expect(duration).toBeCloseTo(3, 2)
    await close()
  })

  test('of a file without audio is refused, in FFmpeg’s own words', async () => {
    const folder = folderWith({ 'no.mp3': 'This is a text.\n'.repeat(500) })
    await expect(openDecodable(join(folder, 'no.mp3'), 'ffmpeg')).rejects.toThrow(/^FFmpeg ended/)
  })

  test('of a playlist is never fetched from the network', async () => {
    const list = '#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n'
    const folder = folderWith({ 'talk.m3u8': list })
    await expect(openDecodable(join(folder, 'talk.m3u8'), 'ffmpeg')).rejects.toThrow(
      /^FFmpeg ended/,
    )
  })
})

test.skipIf(!hasFfmpeg())(
  'a codec that needs a browser is refused by our own decoders, with what to do',
  async () => {
    const file = join(folderWith({ 'tone.wav': tone(1) }), 'tone.mp4')
    ffmpeg('-i', file.replace('.mp4', '.wav'), '-c:a', 'ac3', file)
    await expect(openDecodable(file, 'own')).rejects.toThrow(/MP4 with ac-3 needs FFmpeg/)
  },
)

const tone = (seconds: number) =>
  waveOf(
    Array.from(
      { length: seconds * rate },
      (_, at) => Math.sin((at / rate) * 440 * 2 * Math.PI) / 2,
    ),
    rate,
  )
