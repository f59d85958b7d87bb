import { expect, test } from 'vitest'
import { cutIntoCues } from '#transcript/caption-cues.ts'
import type { Word } from '#transcript/transcript.ts'
import { segment, transcript } from '../../support/transcripts.ts'

/** A word every third of a second; those in brackets have no time. */
function prose(written: string) {
  const text = written.replaceAll(/[{}]/g, '')
  const words: Word[] = []
  let at = 0
  let skipped = 0
  for (const { 0: token, index } of written.matchAll(/\S+/g)) {
    const bare = token.replaceAll(/[{}]/g, '')
    const from = index - skipped
    skipped += token.length - bare.length
    if (!token.startsWith('{')) {
      words.push({ from, to: from + bare.length, start: at / 3, end: (at + 0.9) / 3 })
    }
    at++
  }
  return transcript([segment(text, 0, at / 3, { words })])
}
const cuesOf = (written: string, format = 'subrip') => cutIntoCues(prose(written), format).segments
const sentence = (length: number) => `${'word '.repeat(length - 1)}end.`

test('prose becomes a cue for each sentence or two, and nothing of it is lost', () => {
  const written = [6, 9, 4, 14, 12].map(sentence).join(' ')
  const cues = cuesOf(written)
  expect(cues.length).toBeGreaterThan(3)
  expect(cues.map(({ text }) => text).join(' ')).toBe(written)
  for (const { text, start, end } of cues) {
    expect(text.length).toBeLessThanOrEqual(84)
    expect(end! - start!).toBeLessThanOrEqual(7)
    expect(text).toMatch(/end\.$/)
  }
})

test('a sentence that is too long is cut at a comma, else in its middle', () => {
  const [first, second] = cuesOf(`${'word '.repeat(9)}word, ${sentence(9)}`)
  expect(first!.text).toMatch(/word,$/)
  expect(second!.text).toBe(sentence(9))
  expect(cuesOf('word '.repeat(20)).map(({ words }) => words.length)).toEqual([10, 10])
})

test('words keep their times and places, and a cue lasts from its first to its last', () => {
  for (const { text, words, start, end } of cuesOf(`${sentence(12)} ${sentence(12)}`)) {
    expect(text.slice(words[0]!.from, words[0]!.to)).toBe('word')
    expect(text.slice(words.at(-1)!.from, words.at(-1)!.to)).toBe('end.')
    expect(start).toBeCloseTo(words[0]!.start)
    expect(end).toBeGreaterThanOrEqual(words.at(-1)!.end)
  }
})

test('words without a time stay with the word before them', () => {
  const written = `${sentence(12)} {not} {heard.} ${sentence(12)}`
  expect(cuesOf(written).map(({ text }) => text)).toEqual([
    `${sentence(12)} not heard.`,
    sentence(12),
  ])
})

test('what is short, without word times, or in a format for reading, stays as it is', () => {
  const short = prose(sentence(5))
  expect(cutIntoCues(short, 'subrip').segments[0]).toBe(short.segments[0])
  const untimed = transcript([segment(sentence(60), 0, 47)])
  expect(cutIntoCues(untimed, 'subrip').segments).toEqual(untimed.segments)
  expect(cuesOf(sentence(60), 'whisper-json')).toHaveLength(1)
})
