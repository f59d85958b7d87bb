import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

async function linesOf(name: string) {
  const segments = await segmentsOf(`markdown/${name}`)
  return segments.map(({ start, speaker, text }) => [start, speaker, text])
}

async function textsOf(text: string) {
  const { transcript } = await readText(text, { format: 'markdown' })
  return transcript!.segments.map((segment) => segment.text)
}

test('headings with times are chapters, and front matter names title and language', async () => {
  const { transcript } = await readFixture('markdown/headings-with-times.md')
  expect(transcript).toMatchObject({
    title: 'The jetty: a talk',
    language: 'en-GB',
    chapters: [
      { start: 5, title: 'How it began' },
      { start: 60, title: 'How it ended' },
    ],
  })
  expect(await linesOf('headings-with-times.md')).toEqual([
    [null, null, 'The jetty'],
    [null, null, 'Recorded on a wet day.'],
    [5, 'Ada', 'It was never dry.'],
    [12, 'Tom', 'Never & nowhere.'],
    [62, 'Ada', 'It fell in.'],
  ])
})

test('headings that come again are names', async () => {
  const { transcript } = await readFixture('markdown/headings-that-are-names.md')
  expect(transcript?.title).toBe('A talk')
  expect(await linesOf('headings-that-are-names.md')).toEqual([
    [3, 'Ada Lovelace', 'We begin.'],
    [7, 'Tom Bell', 'We do.'],
    [11, 'Ada Lovelace', 'And then?'],
    [15, 'Tom Bell', 'We end.'],
  ])
})

test('links and pictures are what they say, frames and scripts are nothing', async () => {
  expect(await linesOf('links-frames-and-pixels.md')).toEqual([
    [1, null, 'x  p one'],
    [4, null, 'two'],
    [9, null, 'three\n<Ada> four [five][not defined]'],
  ])
  const { problems } = await readFixture('markdown/links-frames-and-pixels.md')
  expect(problems[0]).toMatchObject({ code: 'markup-not-shown', severity: 'note' })
  expect(problems[0]!.message).toContain('4 elements')
})

test('lists, quotations, tables and code lose their marks', async () => {
  const segments = await segmentsOf('markdown/lists-quotes-and-code.markdown')
  expect(segments.map(({ text }) => text)).toEqual([
    'A quotation\nof two lines.',
    'First thing\nSecond thing',
    'const a = **b**',
    'who | what',
    'Ada | tea',
    '5 * 3 = 15, snake_case, *starred*, code.',
  ])
})

test('names in bold mark turns', async () => {
  expect(await linesOf('names-without-times.md')).toEqual([
    [null, null, 'Notes'],
    [null, 'Ada', 'We begin.'],
    [null, 'Tom', 'We do.\nAnd so does the rain.'],
    [null, 'Ada', 'see here.'],
    [null, 'Tom', 'No.'],
    [null, 'Ada', 'Well.'],
  ])
})

test.each([
  ['a [b](c) d', 'a b d'],
  ['a [b](c_(d) "e") f', 'a b f'],
  ['![a](b) c', 'a c'],
  ['[![a](b)](c)', 'a'],
  ['<https://example.org> a', 'https://example.org a'],
  ['***a*** __b__ _c_ ~~d~~ `e`', 'a b c d e'],
  ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
  ['&lt;b&gt; \\<i\\>', '<b> <i>'],
  ['<span class="x" style="position:fixed">a</span>', 'a'],
  ['a <script src=x></script>b', 'a b'],
  ['<img alt="a" src=x> b', 'a b'],
  ['<img src=x onerror=alert(1)', '<img src=x onerror=alert(1)'],
  ['# a #', 'a'],
  ['1. a', '1. a'],
  ['| a | b |', 'a | b'],
])('%j says %j', async (written, said) => {
  expect(await textsOf(written)).toEqual([said])
})

test.each(['[', '](', '<script>', '<!--', '**', '_a', '<a ', '![a](', '`', '> ', '[a][', '\\'])(
  '100,000 times %j is read in one go',
  async (piece) => {
    const { problems } = await readText(piece.repeat(100_000), { format: 'markdown' })
    expect(problems.map(({ code }) => code)).not.toContain('reader-failed')
  },
)

test('a plain text with one heading is plain text', async () => {
  expect((await readText('# A walk\n\nWe walked.')).format).toBe('plain-text')
})

test('a text without marks is Markdown by its name only', async () => {
  expect((await readText('We walked.', { fileName: 'walk.md' })).format).toBe('markdown')
})

test('an escaped backslash at the end of a line is one, a single one is a line break', async () => {
  expect(await textsOf('One \\\\\nTwo \\\nThree')).toEqual(['One \\', 'Two', 'Three'])
})

async function titleAndTexts(text: string) {
  const { transcript } = await readText(text, { format: 'markdown' })
  const texts = transcript!.segments.map((segment) => segment.text)
  return { title: transcript!.title, texts }
}

test('the one heading of the first level is the title, where it comes first', async () => {
  expect(await titleAndTexts('\n# A *fine* walk\n\n## Rain\n\nWe walked.')).toEqual({
    title: 'A fine walk',
    texts: ['Rain', 'We walked.'],
  })
})

test.each([
  ['a second heading of its level', '# One\n\nFirst.\n\n# Two\n\nSecond.'],
  ['text before it', 'We met.\n\n# One\n\nFirst.'],
  ['a time', '# [0:00:01] One\n\n[0:00:01] First.\n\n[0:00:09] Second.'],
  ['a title in front matter', '---\ntitle: Other\n---\n\n# One\n\nFirst.'],
  ['the colon of a name', '# Ada:\n\nFirst.'],
  ['nothing below it', '# One'],
])('a heading with %s is no title', async (_, text) => {
  const { title, texts } = await titleAndTexts(text)
  expect(title).toBe(text.includes('Other') ? 'Other' : undefined)
  expect(texts.length).toBeGreaterThan(0)
})

test('one paragraph with one time and a chapter above it is read as it was written', async () => {
  const text = '# Tea\n\n## [0:00:03] Toast\n\n**Ada Lovelace** [0:00:03] Good evening.\n'
  const { transcript, format } = await readText(text)
  expect(format).toBe('markdown')
  expect(transcript).toMatchObject({
    title: 'Tea',
    chapters: [{ start: 3, title: 'Toast' }],
    speakers: [{ name: 'Ada Lovelace' }],
    segments: [{ start: 3, text: 'Good evening.' }],
  })
})
