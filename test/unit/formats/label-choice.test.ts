import { describe, expect, it } from 'vitest'
import type { LabelChoice } from '#formats/parsing/speakers/label-choice.ts'
import { readTranscript } from '#formats/read-transcript.ts'

const cues = (texts: readonly string[]) =>
  texts.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`).join('\n')

async function read(text: string, fileName: string, labels?: LabelChoice) {
  const bytes = new TextEncoder().encode(text)
  const hint = { fileName, ...(labels === undefined ? {} : { labels }) }
  const { transcript, speakersFrom } = await readTranscript(bytes, hint)
  const nameOf = new Map(transcript!.speakers.map(({ id, name }) => [id, name]))
  const lines = transcript!.segments.map(
    ({ speaker, text: said }) => `${speaker === null ? '-' : nameOf.get(speaker)!}| ${said}`,
  )
  return { lines, speakersFrom }
}

describe('the listener’s choice of labels', () => {
  const film = cues(['Ada: Good evening.', 'It rains.', 'One thing is sure: we stay.'])

  it('takes every text before a colon for a speaker', async () => {
    expect(await read(film, 'film.srt', 'every')).toEqual({
      lines: ['Ada| Good evening.', 'Ada| It rains.', 'One thing is sure| we stay.'],
      speakersFrom: 'text',
    })
  })

  it('takes none', async () => {
    const talk = cues(['Ada: One.', 'Bob: Two.', 'Ada: Three.', 'Bob: Four.'])
    expect(await read(talk, 'talk.srt')).toMatchObject({
      lines: ['Ada| One.', 'Bob| Two.', 'Ada| Three.', 'Bob| Four.'],
      speakersFrom: 'text',
    })
    expect(await read(talk, 'talk.srt', 'none')).toEqual({
      lines: ['-| Ada: One.', '-| Bob: Two.', '-| Ada: Three.', '-| Bob: Four.'],
      speakersFrom: 'none',
    })
  })

  it('holds for prose, with times and without', async () => {
    const plain = 'The rule is: stay.\n\nAnd we stayed.\n'
    expect((await read(plain, 'a.txt')).lines[0]).toBe('-| The rule is: stay.')
    expect((await read(plain, 'a.txt', 'every')).lines[0]).toBe('The rule is| stay.')
    const timed = '[00:00:01] Ada: One.\n[00:00:02] Bob: Two.\n[00:00:03] Ada: Three.\n'
    expect((await read(timed, 'b.txt')).lines[0]).toBe('Ada| One.')
    expect((await read(timed, 'b.txt', 'none')).lines[0]).toBe('-| Ada: One.')
  })

  it('leaves the speakers that a file names, and looks at the other cues', async () => {
    const voices =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good evening.\n\n00:02.000 --> 00:03.000\nBob: Hello.\n'
    expect(await read(voices, 'v.vtt')).toEqual({
      lines: ['Ada| Good evening.', '-| Bob: Hello.'],
      speakersFrom: 'format',
    })
    expect((await read(voices, 'v.vtt', 'every')).lines).toEqual([
      'Ada| Good evening.',
      'Bob| Hello.',
    ])
    expect((await read(voices, 'v.vtt', 'none')).lines[0]).toBe('Ada| Good evening.')
  })
})
