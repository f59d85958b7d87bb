import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('fragments and selectors say when, and HTML is only text', async () => {
  const segments = await segmentsOf('web-annotation/page-with-fragments.json')
  expect(segments.map(({ start, end, text, language }) => [start, end, text, language])).toEqual([
    [1.5, 3, 'A lark rose.', 'en'],
    [3, 5.25, 'Higher & higher\nit sang.', undefined],
  ])
  const { problems } = await readFixture('web-annotation/page-with-fragments.json')
  expect(problems.map(({ code }) => code)).toEqual(['annotation-other'])
})

test('of several recordings the first is read, and the others are counted', async () => {
  const { transcript, problems } = await readFixture(
    'web-annotation/manifest-with-two-canvases.json',
  )
  expect(transcript?.title).toBe('Two reels')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'First reel.'],
    [7.5, 'A moment.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['recording-other', 'end-missing'])
})

test('a list without a context is likely, and what has no time is still text', async () => {
  const { transcript, candidates } = await readFixture('web-annotation/bare-list.json')
  expect(candidates[0]).toMatchObject({ format: 'web-annotation', score: 'likely' })
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'From the start.'],
    [2, 'No context here.'],
    [null, 'And no time.'],
  ])
})

test('a manifest that only links to its captions says where they are', async () => {
  const { transcript, problems } = await readText(
    '{"@context":"http://iiif.io/api/presentation/3/context.json","type":"Manifest","items":[{"type":"Canvas","annotations":[{"type":"AnnotationPage","items":[{"type":"Annotation","motivation":"supplementing","body":{"id":"https://example.org/captions.vtt","type":"Text","format":"text/vtt"},"target":"https://example.org/c1"}]}]}]}',
  )
  expect(transcript).toBeNull()
  expect(problems.map(({ code }) => code)).toEqual(['transcript-linked'])
  expect(problems[0]?.message).toContain('links to https://example.org/captions.vtt. Download')
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('web-annotation/wrong-types.json')
  expect(segment).toMatchObject({ text: 'kept', start: null })
  const { problems } = await readFixture('web-annotation/wrong-types.json')
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})
