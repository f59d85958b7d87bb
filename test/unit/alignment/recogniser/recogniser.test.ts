import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transcribeDraft } from '#alignment/draft-transcript.ts'
import type { DraftLine } from '#alignment/recogniser/draft-lines.ts'
import { createRecogniser } from '#alignment/recogniser/recogniser.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import { openAudio } from '#audio/open-audio.ts'
import { sourceOf } from '../../audio/frames/made-frames.ts'
import { modelsOnDisk } from '../../../support/models-on-disk.ts'

/** Takes three seconds on an idle machine; more where others share it. */
const patienceMs = 60_000

describe('the recogniser', () => {
  let recogniser: Recogniser
  beforeAll(async () => {
    recogniser = await createRecogniser({ files: modelsOnDisk })
  }, patienceMs)
  afterAll(() => recogniser.dispose())

  test(
    'writes down the beginning of the demo, a line for each sentence, about where they are said',
    async () => {
      const demo = await readFile(join(import.meta.dirname, '../../../../public/demo/demo.mp3'))
      const sound = await (await openAudio(sourceOf(Uint8Array.from(demo)))).createDecoder()
      const lines: DraftLine[] = []
      for await (const step of transcribeDraft({
        recogniser,
        sound,
        duration: 12.9,
        soFar: null,
      })) {
        lines.push(...step.lines)
      }
      sound.dispose()
      const said = lines.map(({ text }) => text).join(' ')
      expect(said).toMatch(/good evening.* nadia.* jonas.* tonight we talk about a city/i)
      expect(said).toMatch(/\.$/)
      const city = lines.find(({ text }) => text.includes('city'))!
      // The recogniser may make one sentence of "And I am Jonas", 6.984, and of "Tonight we talk", 8.469.
      expect(city.from).toBeGreaterThan(6.5)
      expect(city.from).toBeLessThan(9)
      expect(Math.abs(city.to - 12.657)).toBeLessThan(1)
    },
    patienceMs,
  )

  test('writes nothing where nothing is said', async () => {
    expect(await recogniser.transcribe(new Float32Array(32_000))).toBe('')
    expect(await recogniser.transcribe(new Float32Array(0))).toBe('')
  }, 20_000)
})

test('a recogniser without its model rejects with the reason', async () => {
  const read = () => Promise.reject(new Error('the server cannot be reached'))
  await expect(createRecogniser({ files: { read } })).rejects.toThrow('cannot be reached')
})
