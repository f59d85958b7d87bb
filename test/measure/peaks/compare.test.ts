import { expect, test } from 'vitest'
import { comparePeaks } from './compare.mjs'
import { judge } from './table.mjs'

const flat = (length: number, value = 0.5) => Array.from({ length }, () => value)

test('peaks that end too soon are compared with silence, not left out', () => {
  expect(comparePeaks(flat(98), flat(100))).toMatchObject({
    points: 100,
    share: 0.98,
    worst: 0.5,
    worstAt: 98,
  })
})

test('a difference of 2 % of full scale is within, one of more is not', () => {
  expect(comparePeaks([0.5, 0.5], [0.519, 0.521]).share).toBe(0.5)
})

test('what misses the target is noise only where FFmpeg misses as much against itself', () => {
  const found = { ...comparePeaks(flat(100), flat(100)), share: 0.95 }
  expect(judge(found, { ...found, share: 0.948 })).toBe('noise')
  expect(judge(found, { ...found, share: 0.99 })).toBe('UNDER')
  expect(judge(found, null)).toBe('UNDER')
  expect(judge({ ...found, share: 0.99 }, null)).toBe('ok')
})
