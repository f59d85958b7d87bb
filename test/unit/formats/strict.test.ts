import { expect, test, vi } from 'vitest'
import { ownFixtures } from '../../measure/conformance/files.mjs'
import { printLost } from '../../measure/conformance/strict.mjs'
import { readTranscript } from '#formats/read-transcript.ts'

test('no text of a fixture is neither in its reading nor in a problem', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const read = []
  for (const specimen of ownFixtures()) {
    const reading = await readTranscript(specimen.bytes.slice(), { fileName: specimen.name })
    read.push({ specimen, reading })
  }
  const lost = printLost(read)
  expect(lost, printed.mock.calls.join('\n')).toBe(0)
}, 120_000)

test('a problem accounts for what it counts and quotes, not for the whole file', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const bytes = new TextEncoder().encode('Shown.\nFirst.\nSecond.\nThird.\n')
  const specimen = { name: 'a.txt', group: 'made', format: 'plain-text', bytes }
  const readingWith = (message: string) => ({
    transcript: { speakers: [], chapters: [], segments: [{ text: 'Shown.' }] },
    format: 'plain-text',
    encoding: 'utf-8',
    problems: [{ code: 'left-out', severity: 'warning', message }],
  })
  const lostWith = (message: string) => printLost([{ specimen, reading: readingWith(message) }])
  expect(lostWith('1 line (line 2) was left out.')).toBe(1)
  expect(lostWith('3 lines (lines 2, 3, 4) were left out.')).toBe(0)
  expect(lostWith('2 lines were left out, “Third.” too.')).toBe(0)
  expect(lostWith('The encoding was guessed.')).toBe(1)
})
