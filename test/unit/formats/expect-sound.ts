import { expect } from 'vitest'
import type { ReadResult } from '#formats/read-transcript.ts'

/** What is true of every reading, whatever the bytes were. */
export function expectSound(reading: ReadResult): void {
  const { transcript, problems } = reading
  expect(problems.map((problem) => problem.code)).not.toContain('reader-failed')
  expect(problems.length).toBeLessThan(50)
  for (const { message, code } of problems) {
    expect(message).toMatch(/[.]$/)
    expect(code).toMatch(/^[a-z0-9-]+$/)
  }
  const hasError = problems.some((problem) => problem.severity === 'error')
  expect(transcript === null).toBe(hasError)
  if (transcript === null) return

  const known = new Set(transcript.speakers.map((speaker) => speaker.id))
  let last = -Infinity
  for (const { start, end, speaker, text, words } of transcript.segments) {
    expect(text).toBe(text.trim().normalize('NFC'))
    expect(text).not.toMatch(/\r|\0|\p{Surrogate}/u)
    expect(text).not.toBe('')
    if (speaker !== null) expect(known).toContain(speaker)
    expect(start === null).toBe(end === null)
    if (start === null || end === null) {
      expect(words).toEqual([])
      continue
    }
    expect(start).toBeGreaterThanOrEqual(Math.max(0, last))
    expect(end).toBeGreaterThan(start)
    last = start
    let offset = 0
    let time = start
    for (const word of words) {
      expect(word.from).toBeGreaterThanOrEqual(offset)
      expect(word.to).toBeGreaterThan(word.from)
      expect(word.to).toBeLessThanOrEqual(text.length)
      expect(word.start).toBeGreaterThanOrEqual(time)
      expect(word.end).toBeGreaterThanOrEqual(word.start)
      expect(word.end).toBeLessThanOrEqual(end)
      offset = word.to
      time = word.end
    }
  }
}
