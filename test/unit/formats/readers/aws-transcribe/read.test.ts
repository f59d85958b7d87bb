import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

const turnsOf = async (name: string) => {
  const segments = await segmentsOf(`aws-transcribe/${name}`)
  return segments.map(({ speaker, text, start, end }) => [speaker, text, start, end])
}

test('punctuation belongs to the word before it, and times are strings', async () => {
  const { transcript, problems } = await readFixture('aws-transcribe/marks-without-times.json')
  expect(transcript).toMatchObject({ language: 'en-GB', timing: 'word', speakers: [] })
  expect(transcript?.segments).toMatchObject([
    {
      text: 'Kites, then.',
      start: 0.04,
      end: 0.9,
      words: [
        { from: 0, to: 6, start: 0.04, end: 0.5, confidence: 0.95 },
        { from: 7, to: 12, start: 0.5, end: 0.9, confidence: 0.5 },
      ],
    },
    { text: 'Ready?', words: [{ from: 0, to: 6, start: 1.2, end: 1.6 }] },
  ])
  expect(transcript?.segments[1]?.words[0]).not.toHaveProperty('confidence')
  expect(problems).toEqual([])
})

test('opening marks belong to the word after them', async () => {
  expect((await turnsOf('opening-marks.json')).map(([, text]) => text)).toEqual([
    '¿Lista?',
    '¡Vuela!',
  ])
})

test('speakers are joined by the start of their words', async () => {
  expect(await turnsOf('speakers-joined-by-start.json')).toEqual([
    ['spk_0', 'Higher.', 0, 0.4],
    ['spk_1', 'No.', 0.6, 0.8],
    ['spk_0', 'Why?', 0.9, 1.2],
  ])
})

test('speakers may stand with the words', async () => {
  expect(await turnsOf('speakers-with-the-items.json')).toEqual([
    ['spk_0', 'Higher.', 0, 0.4],
    ['spk_1', 'no', 0.6, 0.8],
  ])
})

test.each(['channels-that-speak-at-once.json', 'channels-hold-their-items.json'])(
  '%s: those who speak at once do not cut each other’s sentences',
  async (name) => {
    expect(await turnsOf(name)).toEqual([
      ['ch_0', 'Pull the string.', 0, 1.9],
      ['ch_1', 'Uh which?', 0.5, 1.5],
    ])
    expect((await readFixture(`aws-transcribe/${name}`)).problems).toEqual([])
  },
)

test('audio segments begin turns and name speakers by the ids of their items', async () => {
  expect(await turnsOf('audio-segments.json')).toEqual([
    ['spk_0', 'it flies', 0, 0.6],
    ['spk_1', 'see there', 0.7, 1.3],
  ])
})

test('times of other kinds are dropped, and computed from their neighbours', async () => {
  const { transcript, problems } = await readFixture('aws-transcribe/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['It flies far off.', 'Now'])
  expect(transcript?.segments[0]?.words.map(({ estimated }) => estimated ?? false)).toEqual([
    true,
    false,
    true,
    true,
  ])
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})

test('a job without items has its text, without times', async () => {
  expect(await turnsOf('text-without-items.json')).toEqual([
    [null, 'Only the text of a kite.', null, null],
  ])
})

test('what another vendor calls results is not claimed', async () => {
  const { candidates } = await readText('{"results":{"channels":[{"alternatives":[{}]}]}}')
  expect(candidates.map(({ format }) => format)).not.toContain('aws-transcribe')
})
