import { expect, test } from 'vitest'
import { createSectionOrder, sectionLength } from '#session/analysis/section-order.ts'

const startsOf = (duration: number, view: { start: number; end: number }) => {
  const order = createSectionOrder(duration)
  const starts: number[] = []
  for (let next = order.next(view); next; next = order.next(view)) starts.push(next.start)
  return starts
}

test('every range is asked for once, from the view on and round', () => {
  const starts = startsOf(5 * sectionLength, { start: 3 * sectionLength + 1, end: 400 })
  expect(starts.map((start) => Math.round(start / sectionLength))).toEqual([3, 4, 0, 1, 2])
})

test('a view that moves is followed', () => {
  const order = createSectionOrder(100 * sectionLength)
  expect(order.next({ start: 0, end: 10 })?.start).toBe(0)
  const looked = 50 * sectionLength
  expect(order.next({ start: looked, end: looked + 9 })?.start).toBe(looked)
})

test('the last range ends with the recording', () => {
  const order = createSectionOrder(sectionLength + 5)
  order.next({ start: 0, end: 1 })
  expect(order.next({ start: 0, end: 1 })).toEqual({ start: sectionLength, end: sectionLength + 5 })
})

test('the analysed sections are reported, of one and of none', () => {
  const order = createSectionOrder(2 * sectionLength)
  expect(order.done).toBe(0)
  order.finish()
  expect(order.done).toBe(0.5)
})
