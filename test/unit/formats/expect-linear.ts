import { expect } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { hostileFile } from '../../support/hostile-files.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

/** What the compiler and the garbage collector may add to a quarter of a million characters, milliseconds. */
const noiseMs = 40
const mostRounds = 4

/**
 * Reading four times as much takes about four times the processor time, not the sixteen times of a quadratic reader.
 * The first reading warms up; where the others are disturbed, both sizes are measured again.
 */
export async function expectLinear(number: number, size: number): Promise<void> {
  await readingMs(number, size)
  let once = 0
  let fourTimes = Infinity
  for (let round = 0; round < mostRounds && fourTimes >= limitOf(once); round++) {
    once = await readingMs(number, size)
    fourTimes = await readingMs(number, size * 4)
  }
  expect(fourTimes).toBeLessThan(limitOf(once))
}

const limitOf = (onceMs: number) => onceMs * 9 + noiseMs

function readingMs(number: number, size: number): Promise<number> {
  const { name, bytes } = hostileFile(number, size)
  return leastProcessorMs(3, () => readTranscript(bytes, { fileName: name }))
}
