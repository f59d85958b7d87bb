import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLines } from '#transcript/lines.ts'
import { wordAtOffset } from '#transcript/line.ts'
import type { Segment } from '#transcript/transcript.ts'
import { segment, speaker, transcript } from '../../support/transcripts.ts'

const textOf = (segments: readonly Segment[], more = {}) =>
  toLines(transcript(segments, more), 'paragraphs').map(({ text }) => text)

describe('lines to read', () => {
  test('join cues of one speaker until a sentence ends and enough has been said', () => {
    const cues = Array.from({ length: 10 }, (_, at) =>
      segment(`these are six words of speech${at % 5 === 4 ? '.' : ''}`, at * 2, at * 2 + 2),
    )
    const lines = toLines(transcript(cues), 'paragraphs')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ start: 0, end: 10, segment: 0 })
    expect(lines[0]!.text.endsWith('speech.')).toBe(true)
    expect(lines[1]).toMatchObject({ start: 10, end: 20, segment: 5 })
  })

  test('keep the time of every cue they join, at its place in the text', () => {
    const [line] = toLines(
      transcript([segment('Good morning', 0, 1), segment('to you', 1.5, 2)]),
      'paragraphs',
    )
    expect(line!.words.map(({ from, to }) => line!.text.slice(from, to))).toEqual([
      'Good morning',
      'to you',
    ])
    expect(line!.words.map(({ start }) => start)).toEqual([0, 1.5])
  })

  test('break at speakers, pauses, sounds, languages and chapters', () => {
    const parts = [
      segment('one', 0, 1, { speaker: speaker('a') }),
      segment('two', 1, 2, { speaker: speaker('b') }),
      segment('three', 9, 10, { speaker: speaker('b') }),
      segment('[bell]', 10, 11, { kind: 'sound', speaker: speaker('b') }),
      segment('four', 11, 12, { speaker: speaker('b') }),
      segment('cinq', 12, 13, { speaker: speaker('b'), language: 'fr' }),
      segment('six', 13, 14, { speaker: speaker('b') }),
      segment('seven', 14, 15, { speaker: speaker('b') }),
    ]
    expect(textOf(parts, { chapters: [{ start: 14, title: 'Last' }] })).toEqual(
      parts.map(({ text }) => text),
    )
  })

  test('cut a long segment with word times at a sentence end', () => {
    const words = Array.from({ length: 90 }, (_, at) => (at === 49 ? 'word.' : 'word'))
    let at = 0
    const timed = words.map((text, index) => {
      const from = at
      at += text.length + 1
      return { from, to: from + text.length, start: index * 0.3, end: index * 0.3 + 0.3 }
    })
    const lines = toLines(
      transcript([segment(words.join(' '), 0, 27, { words: timed })]),
      'paragraphs',
    )
    expect(lines.map(({ words }) => words.length)).toEqual([50, 40])
    expect(lines[1]).toMatchObject({ start: 15, end: 27 })
    expect(lines[1]!.words[0]).toMatchObject({ from: 0, to: 4, start: 15 })
  })

  test('never cut a segment whose words have no times: the time of the cut is not known', () => {
    const long = 'word '.repeat(200).trim()
    expect(textOf([segment(long, 0, 80)])).toEqual([long])
  })

  test('leave people who talk at the same time apart', () => {
    expect(textOf([segment('yes', 0, 3), segment('no', 1, 2)])).toEqual(['yes', 'no'])
  })

  test('join Chinese without a space', () => {
    expect(textOf([segment('你好', 0, 1), segment('世界', 1, 2)])).toEqual(['你好世界'])
  })

  test('are the cues themselves when asked to be', () => {
    const lines = toLines(transcript([segment('a', 0, 1), segment('b', 1, 2)]), 'segments')
    expect(lines.map(({ text }) => text)).toEqual(['a', 'b'])
  })

  test('lose no text and no word, whatever the segments are', () => {
    const someSegments = fc.array(
      fc.record({
        words: fc.array(fc.constantFrom('yes', 'well.', 'a', '“No!”', 'الرقة'), {
          minLength: 1,
          maxLength: 80,
        }),
        pause: fc.constantFrom(0, 0.5, 3),
        hasWordTimes: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(someSegments, (parts) => {
        let time = 0
        const segments = parts.map(({ words, pause, hasWordTimes }) => {
          const start = (time += pause)
          let at = 0
          const timed = words.map((text) => {
            const from = at
            at += text.length + 1
            const begun = time
            time += 0.4
            return { from, to: from + text.length, start: begun, end: time }
          })
          return segment(words.join(' '), start, time, { words: hasWordTimes ? timed : [] })
        })
        const lines = toLines(transcript(segments), 'paragraphs')
        const plain = (texts: readonly { text: string }[]) =>
          texts.map(({ text }) => text).join(' ')
        expect(plain(lines)).toBe(plain(segments))
        const spokenTexts = lines.flatMap(({ text, words }) =>
          words.map(({ from, to }) => text.slice(from, to)),
        )
        expect(spokenTexts.join(' ')).toBe(plain(segments))
        for (const { start, end, words } of lines) {
          expect(words[0]!.start).toBe(start)
          expect(words.at(-1)!.end).toBeLessThanOrEqual(end! + 1e-9)
        }
      }),
    )
  })
})

test('the word at an offset is the one that holds it, or the last before it', () => {
  const [line] = toLines(
    transcript([
      segment('one two', 0, 2, {
        words: [
          { from: 0, to: 3, start: 0, end: 1 },
          { from: 4, to: 7, start: 1, end: 2 },
        ],
      }),
    ]),
    'paragraphs',
  )
  expect([0, 3, 4, 7].map((offset) => wordAtOffset(line!, offset))).toEqual([0, 0, 1, 1])
  expect(wordAtOffset({ ...line!, words: [] }, 2)).toBeNull()
})
