import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { held, plain, type Plain } from './held.ts'
import { transcripts } from './random-transcript.ts'

interface Spoken {
  readonly name: string | null
  readonly text: string
  readonly start: number | null
  readonly end: number | null
}

/**
 * What is said when: a word, or a segment that has none. The format has no place for both, so which segment a word
 * was in is not kept, nor how many blanks are between two.
 */
function spokenIn({ segments }: Plain): Spoken[] {
  return segments.flatMap(({ name, text, start, end, words }) => {
    const whole = text.replace(/\s+/g, '')
    if (words.length === 0) return [{ name, text: whole, start, end }]
    return words.map((word) => ({
      name,
      text: text.slice(word.from, word.to).replace(/\s+/g, ''),
      start: word.start,
      end: word.end,
    }))
  })
}

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Words that no blank parts are one, but in scripts without blanks. */
function joined(whole: Plain): Plain {
  const segments = whole.segments.map((segment) => {
    const words: (typeof segment.words)[number][] = []
    for (const word of segment.words) {
      const last = words.at(-1)
      const isApart =
        last === undefined ||
        last.to < word.from ||
        (unspacedScript.test(segment.text[last.to - 1]!) &&
          unspacedScript.test(segment.text[word.from]!))
      if (isApart) words.push(word)
      else words[words.length - 1] = { ...last, to: word.to, end: word.end }
    }
    return { ...segment, words }
  })
  return { ...whole, segments }
}

/** Names in texts. */
const without = /[:：]/

test('words, speakers, title, language and chapters come back', { timeout: 60_000 }, async () => {
  expect.hasAssertions()
  const check = async (transcript: Transcript) => {
    const { text, fileName } = await writeTranscript(transcript, 'podcasting-json')
    if (text === undefined) return
    const reading = await readTranscript(new TextEncoder().encode(text), { fileName })
    expect(reading.format).toBe('podcasting-json')
    const { title, language, chapters } = plain(transcript)
    const about = { title, language, chapters }
    const found = plain(reading.transcript!)
    const spoken = spokenIn(joined(held(transcript, 'podcasting-json')))
    const isSame =
      isDeepStrictEqual(spokenIn(found), spoken) &&
      isDeepStrictEqual({ ...found, segments: [] }, { ...about, segments: [] })
    if (isSame) return
    expect(spokenIn(found), text).toEqual(spoken)
    expect(found).toMatchObject(about)
  }
  const random = transcripts({ ticks: 1000, overlaps: false, without })
  await fc.assert(fc.asyncProperty(random, check), { numRuns: 1000 })
})

test('without words, segments come back as they are', async () => {
  const segment = { kind: 'speech', speaker: null, words: [] } as const
  const transcript: Transcript = {
    timing: 'segment',
    speakers: [],
    chapters: [],
    segments: [
      { ...segment, start: 0, end: 1.5, text: 'Tea & toast?\nYes.' },
      { ...segment, start: 1, end: 2.25, text: 'One more then.' },
    ],
  }
  const { text } = await writeTranscript(transcript, 'podcasting-json', { words: false })
  const { transcript: found } = await readTranscript(new TextEncoder().encode(text))
  expect(found).toEqual(transcript)
})
