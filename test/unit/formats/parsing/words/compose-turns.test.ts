import { describe, expect, test } from 'vitest'
import { composeTurns, type TurnWord } from '#formats/parsing/words/compose-turns.ts'
import { estimateTimes } from '#formats/parsing/words/estimate-times.ts'

const word = (text: string, start: number | null, more: Partial<TurnWord> = {}): TurnWord => ({
  text,
  start,
  end: start === null ? null : start + 0.4,
  confidence: null,
  speaker: undefined,
  ...more,
})
const textsOf = (words: readonly TurnWord[]) => composeTurns(words).map(({ text }) => text)

describe('a list of words becomes segments', () => {
  test('with blanks between words and none before punctuation, which belongs to its word', () => {
    const [segment] = composeTurns([
      word('Hello', 1),
      word(',', null, { isAttached: true }),
      word('Ada', 1.5),
      word('.', null, { isAttached: true }),
    ])
    expect(segment).toMatchObject({ text: 'Hello, Ada.', start: 1, end: 1.9 })
    expect(segment!.words!.map(({ from, to }) => segment!.text.slice(from, to))).toEqual([
      'Hello,',
      'Ada.',
    ])
  })

  test('one a sentence, also where punctuation came with its word', () => {
    expect(textsOf([word('One.', 0), word('Two', 1), word('three.', 2)])).toEqual([
      'One.',
      'Two three.',
    ])
    expect(textsOf([word('U.S.', 0), word('law', 0.5)])).toEqual(['U.S. law'])
  })

  test('a new one where somebody else speaks, and after a pause', () => {
    const turns = composeTurns([
      word('yes', 0, { speaker: 'A' }),
      word('no', 0.5, { speaker: 'B' }),
      word('well', 9, { speaker: 'B' }),
    ])
    expect(turns.map(({ text, speaker }) => [speaker, text])).toEqual([
      ['A', 'yes'],
      ['B', 'no'],
      ['B', 'well'],
    ])
  })

  test('never endless, where nothing is punctuated', () => {
    const words = Array.from({ length: 1000 }, (_, at) => word('word', at / 2))
    const texts = textsOf(words)
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(700)
    expect(texts.join(' ').split(' ')).toHaveLength(1000)
  })

  test('without blanks in scripts that have none', () => {
    expect(textsOf([word('你', 0), word('好', 0.5), word('OK', 1)])).toEqual(['你好 OK'])
  })
})

describe('words without times', () => {
  test('share what lies between their neighbours by their letters, and say so', () => {
    const timed = estimateTimes(
      [word('in', 0), word('1984', null), word('it', null), word('was', 1)],
      { start: 0, end: 1.4 },
    )
    expect(timed.map(({ estimated }) => estimated)).toEqual([undefined, true, true, undefined])
    expect(timed[1]!.start).toBeCloseTo(0.4)
    expect(timed[1]!.end).toBeCloseTo(0.8)
    expect(timed[2]!.end).toBeCloseTo(1)
  })

  test('take the bounds where a neighbour is missing, and stay without where there is none', () => {
    const bounds = { start: 2, end: 4 }
    expect(estimateTimes([word('a', null), word('b', null)], bounds)[1]).toMatchObject({
      start: 3,
      end: 4,
    })
    const nowhere = estimateTimes([word('a', null)], { start: null, end: null })
    expect(nowhere[0]!.start).toBeNull()
  })
})
