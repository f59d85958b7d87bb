import { expect } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { hostileFile } from '../../support/hostile-files.ts'

/** What a quarter of a million signs may cost more on a machine that is busy, in milliseconds. */
const noiseMs = 40

/**
 * Four times as much takes about four times as long, and never the sixteen times of a quadratic reader. Each is
 * the best of three, and what comes first warms up.
 */
export async function expectLinear(number: number, size: number): Promise<void> {
  await readingMs(number, size)
  const once = await readingMs(number, size)
  const fourTimes = await readingMs(number, size * 4)
  expect(fourTimes).toBeLessThan(once * 9 + noiseMs)
}

async function readingMs(number: number, size: number): Promise<number> {
  const { name, bytes } = hostileFile(number, size)
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now()
    await readTranscript(bytes, { fileName: name })
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}
