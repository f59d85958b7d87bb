import { expect, test } from 'vitest'
import { concatenateBytes, concatenateFloats } from '#arrays/concatenate.ts'

test('parts follow each other in order, empty ones too', () => {
  const parts = [Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)]
  expect(concatenateBytes(parts)).toEqual(Uint8Array.of(1, 2, 3))
  expect(concatenateFloats([Float32Array.of(0.5), Float32Array.of(-1)])).toEqual(
    Float32Array.of(0.5, -1),
  )
})

test('no parts give an empty array', () => {
  expect(concatenateBytes([])).toEqual(new Uint8Array())
  expect(concatenateFloats([])).toEqual(new Float32Array())
})

test('the whole is a copy, of one part too', () => {
  const part = Uint8Array.of(1)
  const whole = concatenateBytes([part])
  part[0] = 9
  expect(whole).toEqual(Uint8Array.of(1))
})

test('a part that is a view of a larger buffer gives its own bytes only', () => {
  const file = Uint8Array.of(1, 2, 3, 4)
  expect(concatenateBytes([file.subarray(1, 3), file.subarray(3)])).toEqual(Uint8Array.of(2, 3, 4))
})
