import { describe, expect, test } from 'vitest'
import { beginningLength } from '#formats/parsing/limits.ts'
import { readBeginning } from '#formats/read-beginning.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import { longTranscript } from '../../support/long-transcript.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const begin = (text: string) => readBeginning(bytesOf(text).slice(0, beginningLength))
const { vtt } = longTranscript(500)

describe('the beginning of a large file', () => {
  test.each([
    ['WebVTT', vtt],
    ['WebVTT with CRLF', vtt.replaceAll('\n', '\r\n')],
    [
      'SubRip',
      vtt
        .replace(/^WEBVTT\s+/, '')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/(\d\d)\.(\d{3})/g, '$1,$2'),
    ],
  ])('is read as the whole is: %s', async (_, text) => {
    const beginning = await begin(text)
    const { transcript } = await readTranscript(bytesOf(text))
    const count = beginning!.segments.length
    expect(count).toBeGreaterThan(20)
    expect(count).toBeLessThan(transcript!.segments.length)
    expect(beginning!.segments).toEqual(transcript!.segments.slice(0, count))
  })

  test.each([
    [
      'a format that is not read in blocks',
      `{"segments":[${'{"start":0,"end":1,"text":"a"},\n\n'.repeat(4000)}`,
    ],
    ['plain text', 'Good morning.\n\n'.repeat(6000)],
    ['no blank line', `WEBVTT ${'x'.repeat(90_000)}`],
    ['no cue', `WEBVTT\n\n${'NOTE a\n\n'.repeat(10_000)}`],
  ])('is none where a part cannot be read alone: %s', async (_, text) => {
    expect(await begin(text)).toBeNull()
  })

  test('is none in another encoding than UTF-8, which a part does not tell', async () => {
    const latin = Uint8Array.from(vtt.replaceAll('word', 'w\u00f6rd'), (letter) =>
      letter.charCodeAt(0),
    )
    expect(await readBeginning(latin.slice(0, beginningLength))).toBeNull()
  })
})
