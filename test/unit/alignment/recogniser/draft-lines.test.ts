import { describe, expect, test } from 'vitest'
import { draftLinesOf } from '#alignment/recogniser/draft-lines.ts'
import { splitEnglishSentences } from '#transcript/conventions/sentence-ends.ts'

describe('sentences', () => {
  test.each([
    ['Good evening. I am Nadia! Who is it?', ['Good evening.', 'I am Nadia!', 'Who is it?']],
    [
      'Dr. Who and Mr. J. Smith met. Then they left.',
      ['Dr. Who and Mr. J. Smith met.', 'Then they left.'],
    ],
    ['It cost 3.5 million. 20 left.', ['It cost 3.5 million.', '20 left.']],
    ['no capitals here. so it goes on', ['no capitals here. so it goes on']],
    ['“We will.” She did.', ['“We will.”', 'She did.']],
    ['', []],
  ])('of %j', (text, sentences) => {
    expect(splitEnglishSentences(text)).toEqual(sentences)
  })
})

describe('times of sentences', () => {
  test('follow the letters where there is no pause', () => {
    const lines = draftLinesOf('Aaaa aaaa. Bbbb bbbb bbbb bbbb.', {
      start: 10,
      end: 13,
      pauses: [],
    })
    expect(lines[0]).toMatchObject({ text: 'Aaaa aaaa.', from: 10 })
    expect(lines[0]!.to).toBeCloseTo(11, 0)
    expect(lines[1]!.from).toBe(lines[0]!.to)
    expect(lines[1]!.to).toBe(13)
  })

  test('move to the pause that is near', () => {
    const pauses = [{ start: 11.6, end: 12.2 }]
    const lines = draftLinesOf('Aaaa aaaa. Bbbb bbbb bbbb bbbb.', { start: 10, end: 13, pauses })
    expect(lines[0]!.to).toBe(11.6)
    expect(lines[1]!.from).toBeCloseTo(11.9)
  })

  test('never run backwards, however many sentences share one pause', () => {
    const pauses = [{ start: 10.2, end: 10.6 }]
    const lines = draftLinesOf('A. B. C. D. E. F.', { start: 10, end: 11, pauses })
    for (const [place, { from, to }] of lines.entries()) {
      expect(to).toBeGreaterThanOrEqual(from)
      if (place > 0) expect(from).toBeGreaterThanOrEqual(lines[place - 1]!.to)
    }
  })
})
