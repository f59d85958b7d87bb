import { expect, test } from 'vitest'
import { textBlocksOf } from '#formats/parsing/pdf/columns.ts'
import { removeMarginNumbers } from '#formats/parsing/pdf/margin-numbers.ts'
import type { PdfText } from '#formats/parsing/pdf/open-pdf.ts'
import { rowsByDirection, textOfRow } from '#formats/parsing/pdf/rows.ts'

/** A text of letters 5 wide and 10 high. */
function text(str: string, x: number, y: number, more: Partial<PdfText> = {}): PdfText {
  const size = { width: str.length * 5, height: 10 }
  return { str, dir: 'ltr', ...size, transform: [10, 0, 0, 10, x, y], isVertical: false, ...more }
}

const linesOf = (texts: readonly PdfText[]) =>
  rowsByDirection(texts).map((rows) => rows.map(textOfRow))

test('pieces of a line are joined by their places, whatever their order in the file', () => {
  expect(linesOf([text('again', 103, 700), text('Once', 72, 700), text('Below', 72, 686)])).toEqual(
    [['Once  again', 'Below']],
  )
  expect(linesOf([text('Aga', 72, 700), text('in', 87, 700)])).toEqual([['Again']])
})

test('raised figures stay in their line', () => {
  expect(linesOf([text('water', 72, 700), text('2', 97, 704, { height: 6 })])).toEqual([['water2']])
})

test('letters drawn twice for boldness are one', () => {
  expect(linesOf([text('Title', 72, 700), text('Title', 72.4, 700)])).toEqual([['Title']])
})

test('writing from right to left begins at the right; figures in it keep their order', () => {
  const rtl = { dir: 'rtl' }
  expect(
    linesOf([
      text('שלום', 135, 700, rtl),
      text('12', 110, 700),
      text('34', 122, 700),
      text('עולם', 86, 700, rtl),
    ]),
  ).toEqual([['שלום 12 34 עולם']])
})

test('blanks beside figures stay, and drawn forms of letters are the letters', () => {
  const rtl = { dir: 'rtl' }
  expect(
    linesOf([
      text('\ufe97\ufeee\ufee1', 200, 700, rtl),
      text(' ', 195, 700),
      text('8', 190, 700),
      text(' ', 185, 700),
      text('\u062b\u0645', 175, 700, rtl),
    ]),
  ).toEqual([['توم 8 ثم']])
})

test('columns of characters are read from the right', () => {
  const down = { isVertical: true, width: 10 }
  expect(
    linesOf([
      text('右の列', 500, 700, { ...down, height: 30 }),
      text('左の列', 480, 700, { ...down, height: 30 }),
    ]),
  ).toEqual([['右の列', '左の列']])
})

test('names in a narrow column beside what they say are no column', () => {
  const rows = rowsByDirection(
    Array.from({ length: 8 }, (_, at) => [
      text('ADA PARK', 72, 700 - at * 14),
      text('I have said all that I wanted to say about that house.', 160, 700 - at * 14),
    ]).flat(),
  )[0]!
  expect(textBlocksOf(rows)).toHaveLength(1)
})

test('four pages on one sheet are read down the left, then down the right, with their own line numbers', () => {
  const quarter = (x: number, y: number, name: string) =>
    Array.from({ length: 12 }, (_, at) => [
      text(String(at + 1), x, y - at * 14),
      text(`${name} says that this is line ${at + 1}.`, x + 24, y - at * 14),
    ]).flat()
  const rows = rowsByDirection([
    ...quarter(40, 740, 'One'),
    ...quarter(320, 740, 'Three'),
    ...quarter(40, 360, 'Two'),
    ...quarter(320, 360, 'Four'),
  ])[0]!
  const { blocks, removed } = removeMarginNumbers(textBlocksOf(rows))
  const texts = blocks.flatMap((block) => block.rows.map(textOfRow))
  expect(
    texts.map((each) => each.split(' ')[0]).filter((name, at, all) => name !== all[at - 1]),
  ).toEqual(['One', 'Two', 'Three', 'Four'])
  expect(texts[1]).toBe('One says that this is line 2.')
  expect(removed).toBe(48)
})

test('a numbered list is text', () => {
  const rows = rowsByDirection(
    Array.from({ length: 9 }, (_, at) => [
      text(String(at + 1), 72, 700 - at * 14),
      text('point of the list', 96, 700 - at * 14),
    ]).flat(),
  )[0]!
  expect(removeMarginNumbers(textBlocksOf(rows)).removed).toBe(0)
})

test('line numbers a little beside their lines are line numbers', () => {
  const rows = rowsByDirection(
    Array.from({ length: 25 }, (_, at) => [
      text(String(at + 1), 50, 700 - at * 24),
      text('The witness said nothing.', 96, 692 - at * 24.3),
    ]).flat(),
  )[0]!
  const { blocks, removed } = removeMarginNumbers(textBlocksOf(rows))
  expect(removed).toBe(25)
  expect(blocks[0]!.rows.map(textOfRow)).toEqual(Array(25).fill('The witness said nothing.'))
})
