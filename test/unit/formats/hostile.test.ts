import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { formats } from '#formats/readers/registry.ts'
import { expectSound } from './expect-sound.ts'
import { bytesOf, fixturesOf, readText } from './fixtures.ts'

const paths = formats.flatMap(({ id }) => fixturesOf(id).map((name) => `${id}/${name}`))
const runs = { numRuns: 40 }

test('random bytes are never a mistake of ours', async () => {
  expect.hasAssertions()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expectSound(await readTranscript(bytes))
    }),
    { numRuns: 300 },
  )
})

test('random text is never a mistake of ours, whatever it is read as', async () => {
  expect.hasAssertions()
  const pieces = fc.constantFrom(
    '\n',
    '\n\n',
    '\r',
    '-->',
    '00:01.000',
    '1:02,5',
    '<v A>',
    '<00:00:01.000>',
    '<',
    '&#',
    '&amp;',
    'WEBVTT',
    '{',
    '}',
    '[',
    ']',
    '"segments":',
    '"text"',
    '"start":',
    '1e9',
    ',',
    '\\ud800',
    '"',
    '-1',
    'Ada: ',
    'e\u0301',
    '\u0301',
    '\u202e',
    '♪',
    '(',
    ' ',
    'x',
    '\ud83d',
    '7',
    '# ',
  )
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
  const ids = fc.constantFrom(...formats.map((format) => format.id))
  await fc.assert(
    fc.asyncProperty(texts, ids, async (text, format) => {
      expectSound(await readText(text))
      expectSound(await readText(text, { format }))
    }),
    { numRuns: 400 },
  )
})

describe.each(paths)('%s', (path) => {
  const bytes = bytesOf(path)

  test('cut anywhere is still no mistake of ours', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        expectSound(await readTranscript(bytes.subarray(0, length), { fileName: path }))
      }),
      runs,
    )
  })

  test('with bytes changed is still no mistake of ours', async () => {
    expect.hasAssertions()
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const changed = bytes.slice()
        for (const [at, byte] of changes) changed[at] = byte
        expectSound(await readTranscript(changed, { fileName: path }))
      }),
      runs,
    )
  })
})

test('keys named like an object’s own are speakers, and change no object', async () => {
  const { transcript } = await readText(
    '{"__proto__":{"isAdmin":true},"segments":[{"start":0,"end":1,"text":"x","speaker":"__proto__"}]}',
  )
  expect(transcript?.speakers[0]?.name).toBe('__proto__')
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

test('a hundred thousand brackets are no transcript, and no crash', async () => {
  const { problems } = await readText('['.repeat(100_000) + ']'.repeat(100_000))
  expect(problems[0]?.code).toBe('format-unknown')
})

test('a length that lies is not counted to', async () => {
  const { transcript } = await readText('{"segments":{"length":1e9},"words":"abc","text":42}')
  expect(transcript).toBeNull()
})

test('a speaker’s name cannot turn round what stands beside it', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Bob\u202egpj.exe>pay me',
  )
  expect(transcript?.speakers[0]?.name).toBe('Bobgpj.exe')
})

test('scripts in subtitles are only text', async () => {
  const { transcript } = await readText(
    '1\n00:00:00,000 --> 00:00:05,000\n<script>alert(1)</script>',
  )
  expect(transcript?.segments[0]?.text).toBe('<script>alert(1)</script>')
})
