import { expect, test } from 'vitest'
import { createModulationVad } from '#alignment/voice-activity/modulation-vad.ts'

/** Loudness of ten seconds, four values a frame; `at` gives it for a time in seconds. */
const loudnessOf = (at: (time: number) => number) =>
  Float32Array.from({ length: 4000 }, (_, step) => at(step / 400))

const syllables = (time: number) => ((time * 4) % 1 < 0.6 ? 0.01 : 0.000_01)

test('sound that stops and starts four times a second may be speech', () => {
  const rhythm = createModulationVad()
  rhythm.add(loudnessOf(syllables))
  expect(rhythm.isSpeech()).toBe(true)
})

test('sound that goes on and on is none, nor is silence', () => {
  for (const loudness of [0.01, 0]) {
    const rhythm = createModulationVad()
    rhythm.add(loudnessOf(() => loudness))
    expect(rhythm.isSpeech()).toBe(false)
  }
})

test('a song before an interview leaves it an interview', () => {
  const rhythm = createModulationVad()
  rhythm.add(loudnessOf((time) => (time < 3 ? 0.01 : syllables(time))))
  expect(rhythm.isSpeech()).toBe(true)
})

test('audio too short to judge counts as speech', () => {
  expect(createModulationVad().isSpeech()).toBe(true)
})
