import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { continuousCopy, convertLayerTwo } from '#audio/continuous/continuous-copy.ts'
import type { ByteSource } from '#audio/byte-source.ts'
import { findFrameRuns } from '#audio/continuous/frame-runs.ts'
import { findFrames } from '#audio/frames/first-frame.ts'
import { openAudio } from '#audio/open-audio.ts'
import { blobSource } from '#sources/byte-sources.ts'

const folder = join(import.meta.dirname, '../../../fixtures/recordings')
const source = (name: string) =>
  blobSource(new Blob([new Uint8Array(readFileSync(join(folder, name)))]))
const copyOf = async (name: string) => continuousCopy(await openAudio(source(name)))

/** Decoded by the app's own decoders: times and samples of the first channel. */
async function decoded(blob: Blob) {
  const audio = await openAudio(blobSource(blob))
  const decoder = await audio.createDecoder()
  const samples: number[] = []
  await decoder.decode({ start: 0, end: audio.facts.duration }, ({ planes }) =>
    samples.push(...planes[0]!),
  )
  decoder.dispose()
  return { facts: audio.facts, samples }
}

/** Hertz, by the crossings of zero in so many seconds from a time. */
function pitchAt(samples: readonly number[], sampleRate: number, from: number, seconds = 0.4) {
  const part = samples.slice(from * sampleRate, (from + seconds) * sampleRate)
  const crossings = part.filter((value, at) => at > 0 && value >= 0 && part[at - 1]! < 0)
  return crossings.length / seconds
}

async function made(name: string) {
  const copy = await copyOf(name)
  if (copy.kind !== 'copy') throw new Error(`${name}: ${copy.kind}`)
  return decoded(copy.blob)
}

test('an MP3 whose sampling rate changes becomes a WAV of one rate, with all parts at their pitch', async () => {
  const { facts, samples } = await made('joined/rates.mp3')
  expect(facts).toMatchObject({ container: 'WAVE', sampleRate: 48_000, channels: 1 })
  expect(facts.duration).toBeGreaterThan(3)
  expect(facts.duration).toBeLessThan(3.3)
  expect(pitchAt(samples, 48_000, 0.3)).toBeCloseTo(440, -1)
  expect(pitchAt(samples, 48_000, 1.3)).toBeCloseTo(660, -1)
  expect(pitchAt(samples, 48_000, 2.4)).toBeCloseTo(880, -1)
})

test.each(['joined/chained.opus', 'joined/chained.ogg'])(
  '%s becomes one stream, as long as both parts',
  async (name) => {
    const { facts, samples } = await made(name)
    expect(facts.container).toBe('Ogg')
    expect(facts.duration).toBeGreaterThan(2.98)
    expect(facts.duration).toBeLessThan(3.05)
    expect(samples.length / facts.sampleRate).toBeGreaterThan(2.98)
    expect(pitchAt(samples, facts.sampleRate, 1.3)).toBeCloseTo(440, -1)
    expect(pitchAt(samples, facts.sampleRate, 2.3)).toBeCloseTo(880, -1)
  },
)

test('an Ogg whose parts have different headers is said to be impossible', async () => {
  const parts = ['joined/chained.opus', 'joined/chained.ogg'].map((name) =>
    readFileSync(join(folder, name)),
  )
  const chained = await openAudio(blobSource(new Blob(parts.map((part) => new Uint8Array(part)))))
  expect(await continuousCopy(chained)).toMatchObject({ kind: 'impossible' })
})

test.each(['joined/garbage.mp3', 'unplayable/mp3-inside.wav', 'film.webm'])(
  '%s is one stream and is left as it is',
  async (name) => {
    expect(await copyOf(name)).toEqual({ kind: 'one' })
  },
)

test('MPEG layer II becomes a WAV of the same length', async () => {
  const wave = await convertLayerTwo(source('unplayable/layer-2.mp3'))
  const { facts } = await decoded(wave!)
  const before = await openAudio(source('unplayable/layer-2.mp3'))
  expect(facts.container).toBe('WAVE')
  expect(facts.duration).toBeCloseTo(before.facts.duration, 1)
  expect(await convertLayerTwo(source('joined/rates.mp3'))).toBeNull()
})

test('an MP3 in a WAV is read as its frames', async () => {
  const { facts, samples } = await decoded(
    new Blob([new Uint8Array(readFileSync(join(folder, 'unplayable/mp3-inside.wav')))]),
  )
  expect(facts).toMatchObject({ container: 'WAVE', codec: 'mp3', frames: null })
  expect(samples.length / facts.sampleRate).toBeCloseTo(facts.duration, 0)
})

test('of many parts, each is read about once', async () => {
  const parts = [readFileSync(join(folder, 'joined/rates.mp3'))]
  const bytes = new Uint8Array(Buffer.concat(Array.from({ length: 400 }, () => parts[0]!)))
  const whole = blobSource(new Blob([bytes]))
  let read = 0
  const counted: ByteSource = {
    size: whole.size,
    read(from, to, signal) {
      read += Math.min(to, whole.size) - from
      return whole.read(from, to, signal)
    },
  }
  const stream = (await findFrames(counted))!
  read = 0
  const runs = await findFrameRuns(counted, stream)
  expect(runs).toHaveLength(801)
  expect(read).toBeLessThan(bytes.length + runs.length * 2.2 * 64 * 1024)
})
