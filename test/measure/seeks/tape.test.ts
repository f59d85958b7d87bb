import { expect, test } from 'vitest'
import { createTape, sampleRate } from './tape.mjs'

/** Samples that say their own number, in pieces of 10 ms. */
function piecesOf(seconds: number): Buffer[] {
  const size = sampleRate / 100
  return Array.from({ length: seconds * 100 }, (_, piece) =>
    Buffer.from(Float32Array.from({ length: size }, (_, at) => piece * size + at).buffer),
  )
}

test('a window has the sample of its moment in the middle, though pieces come late', () => {
  const tape = createTape()
  for (const [at, piece] of piecesOf(2).entries()) {
    const lateMs = at % 7 === 3 ? 0 : 4 + (at % 5)
    tape.add(piece, 50_000 + (at + 1) * 10 + lateMs)
  }
  const window = tape.around(51_000, 480)
  expect(window?.[240]).toBe(sampleRate)
})

test('a piece that ends within a sample is joined with the next', () => {
  const tape = createTape()
  const whole = Buffer.concat(piecesOf(1))
  tape.add(whole.subarray(0, 100_002), 50_000 + (100_000 / 4 / sampleRate) * 1000)
  tape.add(whole.subarray(100_002), 51_000)
  expect(tape.around(50_500, 100)?.[50]).toBe(sampleRate / 2)
})

test('a window that is not over yet is not given', () => {
  const tape = createTape()
  for (const [at, piece] of piecesOf(1).entries()) tape.add(piece, 50_000 + (at + 1) * 10)
  expect(tape.around(50_999, 480)).toBeNull()
  expect(tape.around(50_990, 480)).not.toBeNull()
})
