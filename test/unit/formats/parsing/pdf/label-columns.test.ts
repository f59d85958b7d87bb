import { expect, test } from 'vitest'
import { readLabelColumns } from '#formats/parsing/pdf/label-columns.ts'
import { textOfRow, type PageRow } from '#formats/parsing/pdf/rows.ts'

/** A row of cells at 72, 130 and 200; letters are 5 wide and 10 high. */
function row(base: number, ...cells: readonly [time: string, name: string, text: string]): PageRow {
  const lefts = [72, 130, 200]
  const spans = cells.flatMap((text, at) =>
    text === '' ? [] : [{ left: lefts[at]!, right: lefts[at]! + text.length * 5, text }],
  )
  return { base, size: 10, spans }
}

const read = (rows: readonly PageRow[]) =>
  readLabelColumns([{ rows, column: '' }]).flatMap((block) => block.rows.map(textOfRow))

const said = 'I have said all that I wanted to say about that house.'

test('a table of times, names and text is lines with both before the text; a name of two rows is one', () => {
  const rows = [0, 40, 80].flatMap((base, at) => [
    row(base, `0:0${at}`, 'Ada', said),
    row(base + 12, '', 'Park', said),
    row(base + 24, '', '', said),
  ])
  expect(read(rows).slice(0, 4)).toEqual([
    `0:00 Ada Park:  ${said}`,
    said,
    said,
    `0:01 Ada Park:  ${said}`,
  ])
})

test('a table of names and text needs no times', () => {
  const rows = [0, 40, 80].flatMap((base) => [
    row(base, 'Tom Oak', '', said),
    row(base + 12, '', '', said),
    row(base + 24, '', '', said),
  ])
  expect(read(rows).slice(0, 3)).toEqual([`Tom Oak:  ${said}`, said, said])
})

test('names with colons, and cells that are no names, stay as they are', () => {
  const named = [0, 20, 40].map((base) => row(base, 'Ada:', '', said))
  expect(read(named)[0]).toBe(`Ada:  ${said}`)
  const listed = [0, 20, 40].map((base) => row(base, 'see also', '', said))
  expect(read(listed)[0]).toBe(`see also  ${said}`)
})
