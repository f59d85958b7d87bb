import { expect, test } from 'vitest'
import type { ReadResult } from '#formats/read-transcript.ts'
import { cases } from './cases.ts'
import { readFixture } from './fixtures.ts'

test.each(cases)('$id is read exactly: $fixture', async ({ fixture, lines, problems }) => {
  const result = await readFixture(fixture)
  expect(linesOf(result)).toEqual(lines)
  expect(
    result.problems.map(({ severity, code, line }) =>
      [severity, code, line].filter((part) => part !== undefined).join(' '),
    ),
  ).toEqual(problems)
})

function linesOf({ transcript }: ReadResult): string[] {
  if (transcript === null) return []
  const names = new Map(transcript.speakers.map(({ id, name }) => [id, name]))
  const chapters = transcript.chapters.map(
    ({ start, title }) => `chapter ${rounded(start)} ${title}`,
  )
  const segments = transcript.segments.map(({ start, end, speaker, beginsTurn, text, words }) => {
    const time = start === null ? '–' : `${rounded(start)}–${rounded(end!)}`
    const name = speaker === null ? (beginsTurn ? ' >>' : '') : ` ${names.get(speaker)}:`
    const timed = words.map(
      (word) =>
        `${text.slice(word.from, word.to)} ${rounded(word.start)}–${rounded(word.end)}${word.estimated ? '~' : ''}`,
    )
    return `${time}${name} ${text}${timed.length === 0 ? '' : ` [${timed.join(', ')}]`}`
  })
  return [...chapters, ...segments]
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000
}
