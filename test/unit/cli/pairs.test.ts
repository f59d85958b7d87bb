import { describe, expect, test } from 'vitest'
import { pairByName } from '#cli/pairs.ts'

describe('a recording and its text', () => {
  test('have one name, in one folder, whatever the case of their endings', () => {
    const { pairs } = pairByName(['b/talk.txt', 'a/talk.MP3', 'a/talk.docx', 'c/other.ogg'])
    expect(pairs).toEqual([
      { sound: 'a/talk.MP3', text: 'a/talk.docx' },
      { sound: 'c/other.ogg', text: null },
    ])
  })

  test('come in the same order, however the disk lists them', () => {
    const paths = ['Ö.mp3', 'b.mp3', 'B.mp3', 'a10.mp3', 'a9.mp3']
    const order = ['B.mp3', 'a10.mp3', 'a9.mp3', 'b.mp3', 'Ö.mp3']
    expect(pairByName(paths).pairs.map(({ sound }) => sound)).toEqual(order)
    expect(pairByName(paths.toReversed()).pairs.map(({ sound }) => sound)).toEqual(order)
  })

  test('find each other where one name is composed and the other is not', () => {
    const [pair] = pairByName(['caf\u00e9.mp3', 'cafe\u0301.txt']).pairs
    expect(pair!.text).toBe('cafe\u0301.txt')
  })

  test('are the text without times rather than the subtitles, and never what was written here', () => {
    const texts = ['t.srt', 't.vtt', 't.txt', 't.aligned.vtt', 't.draft.vtt']
    expect(pairByName(['t.mp3', ...texts]).pairs[0]!.text).toBe('t.txt')
    expect(pairByName(['t.mp3', 't.aligned.vtt']).pairs[0]!.text).toBeNull()
    expect(pairByName(['t.mp3', 't.srt']).pairs[0]!.text).toBe('t.srt')
  })

  test('are one recording where it is there twice: the one that has lost least', () => {
    const { pairs, duplicates } = pairByName(['t.mp3', 't.wav', 't.mp4', 't.txt'])
    expect(pairs).toEqual([{ sound: 't.wav', text: 't.txt' }])
    expect(duplicates).toEqual([
      { sound: 't.mp3', taken: 't.wav' },
      { sound: 't.mp4', taken: 't.wav' },
    ])
  })

  test('are not what macOS and half-done copies leave behind', () => {
    expect(pairByName(['._talk.mp3', '.talk.mp3', 'notes.txt']).pairs).toEqual([])
  })

  test('may have dots in their names', () => {
    const [pair] = pairByName(['v1.2/2024.05.01 talk.mp3', 'v1.2/2024.05.01 talk.txt']).pairs
    expect(pair!.text).toBe('v1.2/2024.05.01 talk.txt')
  })
})
