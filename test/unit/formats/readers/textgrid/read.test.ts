import { expect, test } from 'vitest'
import { readTextgridTokens } from '#formats/readers/textgrid/tokens.ts'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('a tier of words gives times to the words of the utterances', async () => {
  const segments = await segmentsOf('textgrid/words-phones-and-utterances-long.TextGrid')
  expect(segments.map(({ text, start, end, speaker }) => [text, start, end, speaker])).toEqual([
    ['Dogs bark,', 0.4, 1.8, null],
    ['"loudly".', 1.8, 3, null],
  ])
  expect(segments.map(({ spoken }) => spoken)).toEqual([
    [
      { text: 'Dogs', start: 0.4, end: 0.9 },
      { text: 'bark', start: 0.9, end: 1.5 },
    ],
    [{ text: 'loudly', start: 2, end: 2.6 }],
  ])
})

test('tiers of sounds and measures are named, not shown', async () => {
  const { problems } = await readFixture('textgrid/words-phones-and-utterances-long.TextGrid')
  expect(problems).toMatchObject([{ code: 'tiers-left-out', severity: 'note' }])
  expect(problems[0]!.message).toContain(
    '2 tiers of sounds, measurements or notes (“phones”, “pitch”; 3 labels)',
  )
})

test('words alone make segments at pauses, in the short format too, and zero is never negative', async () => {
  const segments = await segmentsOf('textgrid/short-negative-zero.TextGrid')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['one fish', 0, 1],
    ['two fish', 3, 4],
  ])
  expect(Object.is(segments[0]!.start, 0)).toBe(true)
})

test('UTF-16, as Praat writes it where a letter needs it', async () => {
  const segments = await segmentsOf('textgrid/utf-16-with-bom.TextGrid')
  expect(segments).toMatchObject([{ text: 'Grüße aus Köln.', start: 0, end: 1.25 }])
})

test('what follows a word on its second line is no part of it', async () => {
  const [segment] = await segmentsOf('textgrid/label-over-two-lines.TextGrid')
  expect(segment!.text).toBe('MOON RISES')
  expect(segment!.spoken.map(({ text }) => text)).toEqual(['MOON', 'RISES'])
  expect((await readFixture('textgrid/label-over-two-lines.TextGrid')).problems).toEqual([])
})

test('tiers of different names are speakers', async () => {
  const segments = await segmentsOf('textgrid/two-speakers.TextGrid')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ada', 'Are you there?'],
    ['Ben', 'I am.'],
  ])
})

test('an aligner’s tiers name their speakers before a dash', async () => {
  const segments = await segmentsOf('textgrid/aligner-speakers.TextGrid')
  expect(segments.map(({ speaker, text, start }) => [speaker, text, start])).toEqual([
    ['Ada', 'hello ben', 0],
    ['Ben', 'hello', 2],
  ])
})

test('tiers that share a name are all read, and name nobody', async () => {
  const segments = await segmentsOf('textgrid/all-tiers-of-one-name.TextGrid')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'First.'],
    [null, 'Second.'],
  ])
})

test('what is whole in a file that breaks off is read', async () => {
  const { transcript, problems } = await readFixture('textgrid/breaks-off.TextGrid')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Whole.'])
  expect(problems).toMatchObject([{ code: 'textgrid-damaged', line: 20 }])
})

test('only what stands free is a number, and quotes are doubled', () => {
  const tokens = readTextgridTokens('xmin = 1.5 ! not 2\nintervals [3]: "a ""b""\nc" 4')
  expect(tokens.map(({ value, line }) => [value, line])).toEqual([
    [1.5, 1],
    ['a "b"\nc', 2],
    [4, 3],
  ])
})

/** A TextGrid in the short format: each tier a name and its labels, a second each. */
async function readTiers(tiers: readonly (readonly [name: string, ...labels: string[]])[]) {
  const written = tiers.map(([name, ...labels]) => {
    const intervals = labels.flatMap((label, at) => [at, at + 1, quote(label)])
    return ['"IntervalTier"', quote(name), 0, labels.length, labels.length, ...intervals].join('\n')
  })
  const head = `File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n9\n<exists>\n${tiers.length}\n`
  const { transcript, problems } = await readText(head + written.join('\n'))
  const names = new Map(transcript!.speakers.map(({ id, name }) => [id, name]))
  const segments = transcript!.segments.map(({ speaker, text, words }) => ({
    speaker: speaker === null ? null : names.get(speaker),
    text,
    spoken: words.map(({ from, to }) => text.slice(from, to)),
  }))
  return { segments, problems }
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

test('words belong to the utterances of the same owner, however few of them are found there', async () => {
  const { segments, problems } = await readTiers([
    ['Ada - utterances', '42 ways', 'to go'],
    ['Ada - words', 'forty-two', 'go'],
  ])
  expect(segments).toEqual([
    { speaker: 'Ada', text: '42 ways', spoken: [] },
    { speaker: 'Ada', text: 'to go', spoken: ['go'] },
  ])
  expect(problems).toMatchObject([{ code: 'word-unplaced' }])
})

test('words are not given up for a tier of the same owner that is about something else', async () => {
  const { segments } = await readTiers([
    ['Ada - gestures', 'waves'],
    ['Ada - words', 'hello'],
  ])
  expect(segments.map(({ text }) => text)).toEqual(['waves', 'hello'])
})

test('what aligners write for a silence is text where people wrote it', async () => {
  const labels = ['sil', '...', '#', '_']
  const { segments } = await readTiers([['utterances', ...labels]])
  expect(segments.map(({ text }) => text)).toEqual(labels)
})

test('a silence among words is no word, unless the text has it', async () => {
  const silent = await readTiers([
    ['utterances', 'Silver', '# one'],
    ['words', 'sil', '#'],
  ])
  expect(silent.segments.map(({ spoken }) => spoken)).toEqual([[], ['#']])
  expect(silent.problems).toEqual([])
  const alone = await readTiers([['words', 'Hello', 'sil', 'you']])
  expect(alone.segments.flatMap(({ spoken }) => spoken)).toEqual(['Hello', 'you'])
})

test('a label of several words finds them over blanks and line breaks', async () => {
  const { segments } = await readTiers([
    ['utterances', '-  ?\n!'],
    ['words', '-  ? !'],
  ])
  expect(segments[0]!.spoken).toEqual(['-  ?\n!'])
})

test('quotes are part of a name, but not around the name of a tier', async () => {
  const { segments } = await readTiers([
    ['"Q" - utterances', 'One'],
    ['Tom "T" Bell - utterances', 'Two'],
    ['"Eve - utterances"', 'Three'],
    ['Ann - "words"', 'four'],
  ])
  const names = Object.fromEntries(segments.map(({ text, speaker }) => [text, speaker]))
  expect(names).toEqual({ One: '"Q"', Two: 'Tom "T" Bell', Three: 'Eve', four: 'Ann' })
})
