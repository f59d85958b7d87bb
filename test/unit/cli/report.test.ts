import { expect, test } from 'vitest'
import { reportLine, reportOfLeftOut, reportOfTimes } from '#cli/report.ts'

const task = { sound: 'a.mp3', text: 'a.txt', out: 'a.vtt' }

test('a report is one line of JSON, whose keys are always there, in one order', () => {
  const tally = { sure: 90, unsure: 9, notHeard: 1 }
  const report = reportOfTimes(task, {
    method: 'heard',
    tally,
    language: 'en',
    soundSeconds: 60.123_456,
    notes: ['Two\nlines.'],
  })
  const line = reportLine({ ...report, seconds: 3.999_9 })
  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toEqual({
    ...task,
    status: 'aligned',
    language: 'en',
    method: 'heard',
    words: 100,
    ...tally,
    soundSeconds: 60.12,
    seconds: 4,
    why: null,
    notes: ['Two\nlines.'],
  })
  const other = reportLine(reportOfLeftOut({ sound: 'b.mp3', text: null, why: 'Why.' }))
  expect(Object.keys(JSON.parse(other) as object)).toEqual(Object.keys(JSON.parse(line) as object))
})
