import { expect, test } from 'vitest'
import { normaliseText, toNfc } from '#formats/parsing/encoding/normalise-text.ts'

const marks = '\u0301\u0316'

test('a hundred marks behind one letter are composed as Unicode says', () => {
  const text = `e${marks.repeat(50)}`
  expect(toNfc(text)).toBe(text.normalize('NFC'))
})

test('the marks of a longer run are sorted in groups of a hundred, and are all there', () => {
  const text = `a${marks.repeat(100_000)}b`
  const read = normaliseText(text)
  expect(read.replaceAll('\u034f', '').length).toBe(text.length - 1)
  expect(read.startsWith('á\u0316')).toBe(true)
  expect(toNfc(read) === read).toBe(true)
})
