import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpeakerId } from '#transcript/transcript.ts'
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
      unsure: fc.constant(true),
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

test('segments come out of the worker as they went in', () => {
  const before = transcript([
    segment('[door slams]', null, null),
    segment('Guten Tag. 😀', 1, 2.5, {
      language: 'de',
      issues: [{ from: 0, to: 5, reason: 'unclear' }],
    }),
    segment('Hello', 2.5, 4, { beginsTurn: true }),
  ])
  const spoken = {
    ...before,
    speakers: [{ id: 'speaker-1' as SpeakerId, name: 'Ada' }],
    segments: before.segments.map((each, at) => ({
      ...each,
      speaker: at === 1 ? ('speaker-1' as SpeakerId) : null,
      kind: at === 0 ? ('sound' as const) : ('speech' as const),
    })),
  }
  expect(unpackWords(structuredClone(packWords(spoken)))).toEqual(spoken)
})
