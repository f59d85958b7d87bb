import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { salvageJson } from '#formats/parsing/json/salvage-json.ts'

test.each([
  ['{"a":[1,2,3', { a: [1, 2] }],
  ['{"a":[1,{"b":"c"},{"d":"e', { a: [1, { b: 'c' }, {}] }],
  ['{"a":tru', {}],
  ['[1,2] and more', [1, 2]],
  ['[1,}', [1]],
])('%j breaks off, and %j is whole', (text, value) => {
  const salvage = salvageJson(text)
  expect(salvage.value).toEqual(value)
  expect(salvage.damagedAt).not.toBeNull()
})

test.each([
  ['[NaN, -Infinity, "NaN"]', [null, null, 'NaN']],
  ['[1,]', [1]],
  ['{"a":1,}', { a: 1 }],
  ['["a\nb"]', ['a b']],
])('%j is mended to %j', (text, value) => {
  expect(salvageJson(text)).toEqual({ value, damagedAt: null })
})

test('any JSON is whole to it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/^-?\d|^[tfn]/.test(text))
      expect(salvageJson(text)).toEqual({ value: JSON.parse(text), damagedAt: null })
    }),
  )
})
