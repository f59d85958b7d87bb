import { expect, test } from 'vitest'
import { readManifest } from '#cli/manifest.ts'

test('a list has sound, text and out, of which the last two may be missing', () => {
  const list =
    '\uFEFF# sound\ttext\tout\r\na.mp3\ta.txt\tout/a.vtt\r\n\r\nb c.mp3\t\tb.vtt\nd.mp3\n'
  expect(readManifest(list, 'list.tsv')).toEqual({
    kind: 'rows',
    rows: [
      { sound: 'a.mp3', text: 'a.txt', out: 'out/a.vtt' },
      { sound: 'b c.mp3', text: null, out: 'b.vtt' },
      { sound: 'd.mp3', text: null, out: null },
    ],
  })
})

test.each([
  ['a.mp3\ta.txt\n\tb.txt\n', 'Line 2 of list.tsv'],
  ['a.mp3\ta.txt\ta.vtt\tmore\n', 'Line 1 of list.tsv'],
])('a line that cannot be meant is named: %j', (list, place) => {
  expect(readManifest(list, 'list.tsv')).toEqual({
    kind: 'wrong',
    why: expect.stringContaining(place) as string,
  })
})
