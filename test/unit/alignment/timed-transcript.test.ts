import { describe, expect, test } from 'vitest'
import type { AlignedWord } from '#alignment/alignment-result.ts'
import { growingTiming, inScript, inTranscript } from '#alignment/known-timing.ts'
import { scriptOfTranscript } from '#alignment/script-of-transcript.ts'
import {
  createTimedTranscript,
  timedTranscript,
  withoutTimes,
} from '#alignment/timed-transcript.ts'
import { nothingKnown } from '#transcript/found-timing.ts'
import type { FoundWord, KnownTiming } from '#transcript/found-timing.ts'
import { segment, transcript } from '../../support/transcripts.ts'

const talk = transcript([
  segment('Good evening.', null, null),
  segment('[bell]', null, null, { kind: 'sound' }),
  segment('[door]', null, null, { kind: 'sound' }),
  segment('Who is there?', null, null, { language: 'fr' }),
])
const spoken = ([from, to]: [number, number], start: number) => ({
  from,
  to,
  start,
  end: start + 0.4,
  confidence: 0.8,
})
const word = (segment: number, span: [number, number], start: number): FoundWord => ({
  segment,
  ...spoken(span, start),
})
/** In a script. */
const aligned = (line: number, span: [number, number], start: number): AlignedWord => ({
  line,
  ...spoken(span, start),
})
const placesOf = (text: typeof talk) => scriptOfTranscript(text, { language: 'en' }).places

describe('the script of a transcript', () => {
  test('has a line for each segment, with its kind, and its language where that differs', () => {
    const { script } = scriptOfTranscript(talk, { language: 'en' })
    expect(script.lines).toEqual([
      { text: 'Good evening.', kind: 'speech' },
      { text: '[bell]', kind: 'sound' },
      { text: '[door]', kind: 'sound' },
      { text: 'Who is there?', kind: 'speech', language: 'fr' },
    ])
  })

  test('is cut where an anchor stands, and what is found lands in its segment again', () => {
    const { script, places } = scriptOfTranscript(talk, {
      language: 'en',
      cutAt: [{ segment: 3, offset: 4 }],
    })
    expect(script.lines.slice(3).map(({ text }) => text)).toEqual(['Who ', 'is there?'])
    const found = { words: [aligned(4, [3, 8], 9)], issues: [] }
    expect(inTranscript(found, places).words).toEqual([word(3, [7, 12], 9)])
    const known = { ...nothingKnown, words: [word(3, [7, 12], 9)], heardUntil: 9 }
    expect(inScript(known, places).words).toEqual(found.words)
  })

  test('goes on in the midst of a line that was two while an anchor cut it', () => {
    const text = transcript([
      segment('aaaa bbbb cccc dddd eeee', null, null),
      segment('ffff', null, null),
    ])
    const knownUpTo = (undecided: KnownTiming['undecided']) => ({
      ...nothingKnown,
      undecided,
      words: [word(0, [0, 4], 1), word(0, [5, 9], 2)],
      heardUntil: 3,
    })
    const decidedLines = (offset: number, cuts: readonly number[]) => {
      const cutAt = cuts.map((cut) => ({ segment: 0, offset: cut }))
      const { places } = scriptOfTranscript(text, { language: 'en', cutAt })
      return inScript(knownUpTo({ segment: 0, offset }), places).decidedLines
    }
    expect(decidedLines(10, [10])).toBe(1)
    expect(decidedLines(10, [])).toBe(0)
    expect(decidedLines(10, [15])).toBe(0)
    expect(decidedLines(10, [5, 15])).toBe(1)
  })

  test('is all decided where nothing is left', () => {
    const end = { ...nothingKnown, undecided: { segment: talk.segments.length, offset: 0 } }
    expect(inScript(end, placesOf(talk)).decidedLines).toBe(talk.segments.length)
    expect(inScript(nothingKnown, []).decidedLines).toBe(0)
  })

  test('with no text at all has no line for the machine to stumble over but an empty one', () => {
    const { script } = scriptOfTranscript(transcript([segment('', null, null)]), { language: 'en' })
    expect(script.lines).toEqual([{ text: '', kind: 'speech' }])
  })
})

describe('a transcript with the times that were found', () => {
  const found = {
    words: [word(0, [0, 4], 1), word(0, [5, 12], 1.5), word(3, [0, 3], 5.9)],
    issues: [{ segment: 3, from: 4, to: 13, reason: 'not-heard' as const }],
  }
  const timed = timedTranscript(talk, found)

  test('has segments from their first word to their last, and sounds in the gap between', () => {
    expect(timed.segments.map(({ start, end }) => [start, end])).toEqual([
      [1, 1.9],
      [1.9, 3.9],
      [3.9, 5.9],
      [5.9, 6.300000000000001],
    ])
    expect(timed.timing).toBe('word')
    expect(timed.segments[3]!.issues).toEqual([{ from: 4, to: 13, reason: 'not-heard' }])
  })

  test('has no made-up times for what has not been looked for, though there are some on both sides', () => {
    const growing = createTimedTranscript(talk)
    growing.add({ ...found, issues: [] })
    const starts = (...undecided: Parameters<typeof growing.current>) =>
      growing.current(...undecided).segments.map(({ start }) => start)
    expect(starts({ from: 1, to: 3 })).toEqual([1, null, null, 5.9])
    expect(starts({ from: 2, to: 3 })).toEqual([1, null, null, 5.9])
    expect(starts({ from: 3, to: 3 })).toEqual([1, 1.9, 3.9, 5.9])
    expect(starts()).toEqual([1, 1.9, 3.9, 5.9])
  })

  test('changes nothing of its text', () => {
    expect(withoutTimes(timed).segments).toEqual(talk.segments)
  })

  test('calls estimates by their name: no word of them counts as timed', () => {
    const guessed = timedTranscript(talk, {
      words: found.words.slice(0, 2),
      issues: [{ segment: 0, from: 0, to: 13, reason: 'estimated' }],
    })
    expect(guessed.timing).toBe('segment')
    expect(guessed.segments[0]!.words).toMatchObject([
      { estimated: true, unsure: true },
      { estimated: true, unsure: true },
    ])
  })

  test('comes step by step to the same', () => {
    const growing = growingTiming(nothingKnown, placesOf(talk))
    const words = [aligned(0, [0, 4], 1), aligned(0, [5, 12], 1.5), aligned(3, [0, 3], 5.9)]
    growing.add({ heardUntil: 2, decidedLines: 1, words: words.slice(0, 2), issues: [] })
    expect(growing.known.undecided).toEqual({ segment: 1, offset: 0 })
    growing.add({
      heardUntil: 6,
      decidedLines: 4,
      words: words.slice(2),
      issues: [{ line: 3, from: 4, to: 13, reason: 'not-heard' }],
    })
    expect(timedTranscript(talk, growing.known)).toEqual(timed)
    expect(growing.known.undecided).toEqual({ segment: 4, offset: 0 })
  })
})
