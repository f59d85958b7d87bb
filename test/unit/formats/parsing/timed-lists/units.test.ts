import { expect, test } from 'vitest'
import { readText } from '../../fixtures.ts'

async function read(document: unknown) {
  const { transcript, problems } = await readText(JSON.stringify(document), { fileName: 'a.json' })
  return { segments: transcript!.segments, problems }
}

const sentences = ['We walked home in the evening.', 'It rained for most of the night.']

test('words have the unit of their own key', async () => {
  const { segments } = await read({
    lines: sentences.map((content, at) => ({
      content,
      start: at * 2 + 0.5,
      end: at * 2 + 2,
      pieces: content.split(' ').map((token, n) => ({
        token,
        start_ms: at * 2000 + 500 + n * 200,
        end_ms: at * 2000 + 690 + n * 200,
      })),
    })),
  })
  expect(segments[0]).toMatchObject({ start: 0.5, end: 2 })
  expect(segments[0]!.words[0]).toMatchObject({ start: 0.5, end: 0.69 })
  expect(segments[1]!.words[1]).toMatchObject({ start: 2.7 })
})

test('words whose keys name no unit have that of their pace, not that of the segments', async () => {
  const { segments } = await read({
    lines: sentences.map((content, at) => ({
      content,
      start_ms: at * 2000 + 500,
      end_ms: at * 2000 + 2000,
      pieces: content.split(' ').map((token, n) => ({
        token,
        start: at * 2 + 0.5 + n * 0.2,
        end: at * 2 + 0.69 + n * 0.2,
      })),
    })),
  })
  expect(segments[0]).toMatchObject({ start: 0.5, end: 2 })
  expect(segments[1]!.words[0]).toMatchObject({ start: 2.5 })
})

test('a duration has the unit of its own key', async () => {
  const { segments } = await read({
    lines: sentences.map((content, at) => ({ content, start: at * 2 + 1.2, durationMs: 1300 })),
  })
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [1.2, 2.5],
    [3.2, 4.5],
  ])
})

test('an end whose key names no unit has that of the start', async () => {
  const { segments } = await read({
    lines: sentences.map((content, at) => ({
      content,
      start_ms: at * 2000 + 500,
      end: at * 2000 + 2000,
    })),
  })
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [0.5, 2],
    [2.5, 4],
  ])
})

test('the last of very many items does not change the unit', async () => {
  const { segments, problems } = await read({
    lines: Array.from({ length: 20_000 }, (_, at) => ({
      content: 'We walked home in the rain.',
      start: at * 2000,
    })),
  })
  expect(segments[1]!.start).toBe(2)
  expect(problems.map(({ code }) => code)).not.toContain('time-unit-guessed')
})

test('the duration of a paragraph is not that of the recording', async () => {
  const { segments } = await read({
    paragraphs: Array.from({ length: 4 }, (_, at) => ({
      duration: 4,
      phrases: sentences.map((content, n) => ({
        content,
        start: at * 4 + n * 2 + 0.5,
        end: at * 4 + n * 2 + 2.25,
      })),
    })),
  })
  expect(segments[7]).toMatchObject({ start: 14.5, end: 16.25 })
})
