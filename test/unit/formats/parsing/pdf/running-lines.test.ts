import { expect, test } from 'vitest'
import type { PageRow } from '#formats/parsing/pdf/rows.ts'
import { removeRunningLines } from '#formats/parsing/pdf/running-lines.ts'

/** Rows 14 apart; an empty text leaves a gap. */
const page = (...texts: readonly string[]): PageRow[] =>
  texts.flatMap((text, at) =>
    text === ''
      ? []
      : [{ base: at * 14, size: 10, spans: [{ left: 72, right: 72 + text.length * 5, text }] }],
  )

const body = (at: number) => Array.from({ length: 8 }, (_, row) => `Line ${row} of day ${at * 7}.`)
const remove = (pages: readonly PageRow[][]) => {
  const { pages: left, numbers, running } = removeRunningLines(pages)
  return { numbers, running, rows: left.reduce((sum, rows) => sum + rows.length, 0) }
}

test('a head and a foot of most pages go, and the numbers that count the pages', () => {
  const pages = [0, 1, 2, 3].map((at) =>
    page('Flood Archive', '', ...body(at), '', `${at + 31}`, `Report ${at + 1}, 12 May`),
  )
  expect(remove(pages)).toEqual({ numbers: 4, running: 8, rows: 32 })
})

test('heads that change sides or name the witness are heads', () => {
  const pages = [0, 1, 2, 3, 4, 5].map((at) =>
    page(at % 2 === 0 ? 'Oak - Direct' : 'State v. Hall', '', ...body(at)),
  )
  expect(remove(pages)).toEqual({ numbers: 0, running: 6, rows: 48 })
})

test('names and times that happen to begin several pages are text', () => {
  const timed = [0, 1, 2, 3, 4].map((at) => page(`Ada Park (00:0${at}:1${9 - at}):`, ...body(at)))
  expect(remove(timed)).toEqual({ numbers: 0, running: 0, rows: 45 })
  const named = ['Ada:', 'Tom:', 'Ada:', 'Tom:', 'Ada:'].map((name, at) => page(name, ...body(at)))
  expect(remove(named)).toEqual({ numbers: 0, running: 0, rows: 45 })
})

test('figures at the end of pages that do not count them are text', () => {
  const pages = [1931, 4, 77, 12].map((year, at) => page(...body(at), `${year}`))
  expect(remove(pages)).toEqual({ numbers: 0, running: 0, rows: 36 })
})

test('a stamp across nearly all pages goes', () => {
  const pages = [0, 1, 2, 3, 4].map((at) =>
    page(`Day ${at * 3}`, ...body(at), 'CONFIDENTIAL', ...body(at + 9)),
  )
  expect(remove(pages)).toEqual({ numbers: 0, running: 5, rows: 85 })
})

test('one page has no heads', () => {
  expect(remove([page('Interview', '', ...body(0), '', '1')])).toEqual({
    numbers: 0,
    running: 0,
    rows: 10,
  })
})
