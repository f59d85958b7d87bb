import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packWords, unpackWords } from '#workers/packed-words.ts'
import { segment, transcript } from '../../support/transcripts.ts'

test('words come out of the worker as they went in', () => {
  const time = fc.double({ min: 0, max: 40_000, noNaN: true })
  const someWord = fc.record(
    {
      from: fc.nat(),
      to: fc.nat(),
      start: time,
      end: time,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      estimated: fc.constant(true),
    },
    { requiredKeys: ['from', 'to', 'start', 'end'] },
  )
  fc.assert(
    fc.property(fc.array(fc.array(someWord)), (segments) => {
      const before = transcript(
        segments.map((words) =>
          segment('text', 0, 1, { words: words.map((word) => ({ ...word })) }),
        ),
      )
      expect(unpackWords(structuredClone(packWords(before)))).toEqual(before)
    }),
  )
})
