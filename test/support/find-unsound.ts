import type { ReadResult } from '../../src/formats/read-transcript.ts'
import type { Segment } from '../../src/transcript/transcript.ts'

/**
 * What is wrong with the result of reading a file, whatever the bytes were: one phrase a fault, an empty list for a
 * sound result. The unit tests and `npm run fuzz` share this definition. It imports types only, so it runs anywhere.
 */
export function findUnsound({ transcript, problems }: ReadResult): string[] {
  const faults: string[] = []
  const check = (isSound: boolean, fault: string) => {
    if (!isSound && faults.length < 10) faults.push(fault)
  }
  check(!problems.some(({ code }) => code === 'reader-failed'), 'a reader threw')
  check(problems.length < 50, `${problems.length} problems instead of one a kind`)
  for (const { message, code } of problems) {
    check(message.endsWith('.'), `the message of ${code} is no sentence`)
    check(/^[a-z0-9-]+$/.test(code), `${code} is not kebab-case`)
  }
  const hasError = problems.some(({ severity }) => severity === 'error')
  check((transcript === null) === hasError, 'a transcript and an error, or neither')
  if (transcript === null) return faults

  const isEmpty = transcript.segments.length === 0 && transcript.chapters.length === 0
  check(!isEmpty || problems.length > 0, 'nothing is shown and no problem says why')
  const speakers = new Set(transcript.speakers.map(({ id }) => id))
  let last = 0
  transcript.segments.forEach((segment, at) => {
    const { start, end, speaker, text } = segment
    check(text === text.trim().normalize('NFC'), `segment ${at} is not trimmed NFC`)
    check(!/\r|\0|\p{Surrogate}/u.test(text), `segment ${at} has a CR, NUL or half a character`)
    check(text !== '', `segment ${at} is empty`)
    check(speaker === null || speakers.has(speaker), `segment ${at} has an unknown speaker`)
    check((start === null) === (end === null), `segment ${at} has half a time`)
    if (start === null || end === null) {
      check(segment.words.length === 0, `segment ${at} has timed words and no time`)
      return
    }
    check(start >= last, `segment ${at} is out of order`)
    check(end > start && Number.isFinite(end), `segment ${at} has no length`)
    last = start
    check(areWordsSound(segment, { start, end }), `segment ${at} has words outside it`)
  })
  return faults
}

function areWordsSound({ text, words }: Segment, range: { start: number; end: number }): boolean {
  let offset = 0
  let time = range.start
  return words.every((word) => {
    const isInText = word.from >= offset && word.to > word.from && word.to <= text.length
    const isInTime = word.start >= time && word.end >= word.start && word.end <= range.end
    offset = word.to
    time = word.end
    return isInText && isInTime
  })
}
