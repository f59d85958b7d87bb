import { readFile } from 'node:fs/promises'
import { demoExcerpt, demoSound, waveOf } from '../unit/cli/demo-excerpt.ts'
import type { GivenFile } from './aligning.ts'

let wholeDemo: Promise<GivenFile> | null = null
const excerpts = new Map<number, Promise<GivenFile>>()

export const demoFile = () =>
  (wholeDemo ??= readFile(demoSound).then((content) => ({ name: 'city.mp3', content })))

/** The first seconds of the demo, under a name of its own. */
export function excerptFile(seconds: number): Promise<GivenFile> {
  const known = excerpts.get(seconds)
  if (known) return known
  const made = demoExcerpt(seconds).then(({ wave }) => {
    return { name: `first-${seconds}-seconds.wav`, content: wave }
  })
  excerpts.set(seconds, made)
  return made
}

const headLength = 44

/** The same twice, one after the other. */
export function twice({ name, content }: GivenFile): GivenFile {
  const wave = Buffer.from(content)
  const sampleRate = wave.readUInt32LE(24)
  const samples: number[] = []
  for (let at = headLength; at + 1 < wave.length; at += 2) {
    samples.push(wave.readInt16LE(at) / 32_768)
  }
  return { name: `twice-${name}`, content: waveOf([...samples, ...samples], sampleRate) }
}

/** Chords of plucked strings over a drum, and nobody sings. */
export function musicFile(seconds: number): GivenFile {
  const sampleRate = 16_000
  const chords = [
    [220, 277.2, 329.6],
    [196, 246.9, 293.7],
    [174.6, 220, 261.6],
    [164.8, 207.7, 246.9],
  ]
  const samples = Array.from({ length: seconds * sampleRate }, (_, at) => {
    const time = at / sampleRate
    const [bar, inBar] = [Math.floor(time), time % 1]
    const strings = chords[bar % chords.length]!.reduce((sum, pitch, string) => {
      const since = inBar - string * 0.12
      if (since < 0) return sum
      const tone = [1, 2, 3, 4].reduce(
        (all, partial) => all + Math.sin(2 * Math.PI * pitch * partial * time) / partial,
        0,
      )
      return sum + 0.12 * tone * Math.exp(-3 * since)
    }, 0)
    const drum = 0.3 * Math.sin(2 * Math.PI * 60 * time) * Math.exp(-12 * (time % 0.5))
    return strings + drum
  })
  return { name: 'music.wav', content: waveOf(samples, sampleRate) }
}
