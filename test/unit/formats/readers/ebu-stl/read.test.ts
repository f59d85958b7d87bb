import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a header of blanks is enough', async () => {
  expect(await linesOf('ebu-stl/header-of-blanks.stl')).toEqual(['1–2 We walked home.'])
  const { transcript, problems } = await readFixture('ebu-stl/header-of-blanks.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('accents come before letters, and times count from the start of the programme', async () => {
  expect(await linesOf('ebu-stl/accents-and-programme-start.stl')).toEqual([
    '1–2.48 Die Fähre\nkommt spät.',
    '4–6 First half and the rest, café',
  ])
  const { transcript, problems } = await readFixture('ebu-stl/accents-and-programme-start.stl')
  expect(transcript).toMatchObject({ title: 'FERRY', language: 'de', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['times-from-start', 'comment-not-shown'])
})

test('the code table says Cyrillic', async () => {
  expect(await linesOf('ebu-stl/cyrillic-30-frames.stl')).toEqual(['1.5–2 Паром'])
  const { transcript, problems } = await readFixture('ebu-stl/cyrillic-30-frames.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

interface Block {
  readonly number?: number
  readonly extension?: number
  readonly isComment?: boolean
  readonly text: string
}

/** A file with a header in code page 850 and blocks; the first subtitle lasts from second 1 to 2. */
async function readBlocks(blocks: readonly Block[], title = '') {
  const bytes = new Uint8Array(1024 + 128 * blocks.length).fill(0x20)
  const write = (text: string, at: number) => {
    for (const [index, character] of [...text].entries())
      bytes[at + index] = character.charCodeAt(0)
  }
  write('850STL25.01', 0)
  write('00', 12)
  write(title, 16)
  for (const [
    index,
    { number = 1, extension = 0xff, isComment = false, text },
  ] of blocks.entries()) {
    const at = 1024 + 128 * index
    bytes.fill(0, at, at + 16).fill(0x8f, at + 16, at + 128)
    bytes.set([0, number, 0, extension, 0, 0, 0, number, 0, 0, 0, number + 1, 0], at)
    bytes[at + 15] = isComment ? 1 : 0
    write(text, at + 16)
  }
  const { transcript, problems } = await readTranscript(bytes, { fileName: 'a.stl' })
  return {
    transcript,
    texts: transcript!.segments.map(({ text }) => text),
    codes: problems.map(({ code }) => code),
  }
}

test('a filled block does not end the blocks after it', async () => {
  const { texts } = await readBlocks([{ extension: 0, text: 'The ferry ' }, { text: 'is late.' }])
  expect(texts).toEqual(['The ferry is late.'])
})

test('a subtitle without its last block is kept, and said', async () => {
  const { texts, codes } = await readBlocks([
    { number: 1, extension: 0, text: 'The ferry' },
    { number: 2, text: 'Again.' },
    { number: 3, extension: 0, text: 'And' },
  ])
  expect(texts).toEqual(['The ferry', 'Again.', 'And'])
  expect(codes).toContain('file-truncated')
})

test('comments are counted', async () => {
  const { texts, codes } = await readBlocks([
    { text: 'Again.' },
    { number: 2, isComment: true, text: 'check this' },
  ])
  expect(texts).toEqual(['Again.'])
  expect(codes).toContain('comment-not-shown')
})

test('the title is in the code page of the header', async () => {
  const { transcript } = await readBlocks([{ text: 'Again.' }], 'F\u0084hre \u0081ber Bord')
  expect(transcript).toMatchObject({ title: 'Fähre über Bord' })
})
