import { expect, test } from 'vitest'
import { mostSpeakers } from '#formats/parsing/limits.ts'
import { limitSpeakers } from '#formats/parsing/speakers/limit-speakers.ts'

const segmentOf = (at: number) => ({
  text: 'Good morning.',
  start: at,
  end: at + 1,
  speaker: `Name ${at}`,
  line: at + 1,
  words: [{ from: 0, to: 4, start: at, end: at + 0.5 }],
})

test('as many speakers as are allowed stay as they are', () => {
  const segments = Array.from({ length: mostSpeakers }, (_, at) => segmentOf(at))
  expect(limitSpeakers(segments, 'a.vtt')).toEqual({ segments, problems: [] })
})

test('the names of further speakers stand in the text, and a problem says so', () => {
  const all = Array.from({ length: mostSpeakers + 1 }, (_, at) => segmentOf(at))
  const { segments, problems } = limitSpeakers([...all, segmentOf(0)], 'a.vtt')
  expect(segments[0]).toBe(all[0])
  expect(segments.at(-1)!.speaker).toBe('Name 0')
  const { text, words, speaker } = segments[mostSpeakers]!
  expect([text, speaker]).toEqual([`Name ${mostSpeakers}: Good morning.`, undefined])
  expect(text.slice(words![0]!.from, words![0]!.to)).toBe('Good')
  expect(problems).toMatchObject([{ code: 'too-many-speakers', line: mostSpeakers + 1 }])
})
