import { expect, test } from 'vitest'
import { sortFiles } from '#sources/sort-files.ts'

const header = (...numbers: number[]) => Int32Array.from(numbers)
const dat = header(1, 1, 44_100, 256, 1, 0x40c0)
const peaksJson = '{"version":2,"channels":1,"sample_rate":44100,"samples_per_pixel":256,"data":[]}'
const whisperJson = '{"text":" So.","segments":[{"start":0,"end":1,"text":" So."}]}'

/** The kind of each file, in the order of the result. */
async function sorted(...files: readonly [name: string, content: BlobPart, type?: string][]) {
  const sorting = await sortFiles(
    files.map(([name, content, type]) => new File([content], name, { type: type ?? '' })),
  )
  const names = Object.entries(sorting).flatMap(([kind, found]: [string, File | null | File[]]) =>
    [found].flat().flatMap((file) => (file ? [`${kind}: ${file.name}`] : [])),
  )
  return names.sort()
}

test('a recording, its transcript and its peaks are recognised by their content', async () => {
  expect(
    await sorted(
      ['a.txt', Uint8Array.of(0xff, 0xfb, 0x90, 0x64)],
      ['a.mp3', 'WEBVTT\n', 'audio/mpeg'],
      ['a', dat],
    ),
  ).toEqual(['peaks: a', 'recording: a.txt', 'transcripts: a.mp3'])
})

test('JSON is peaks or a transcript, as its content says', async () => {
  expect(
    await sorted(
      ['a.json', whisperJson, 'application/json'],
      ['b.json', peaksJson, 'application/json'],
    ),
  ).toEqual(['peaks: b.json', 'transcripts: a.json'])
})

test('of several peaks files and of several recordings the first is opened', async () => {
  const mp3 = Uint8Array.of(0xff, 0xfb, 0x90, 0x64)
  expect(await sorted(['a.dat', dat], ['b.dat', dat], ['a.mp3', mp3], ['b.mp3', mp3])).toEqual([
    'morePeaks: b.dat',
    'moreRecordings: b.mp3',
    'peaks: a.dat',
    'recording: a.mp3',
  ])
})

test('a file of type audio with unknown content is a recording, unless it is text', async () => {
  expect(
    await sorted(['a.mp3', new Uint8Array(99), 'audio/mpeg'], ['b.mp3', 'So', 'audio/mpeg']),
  ).toEqual(['recording: a.mp3', 'transcripts: b.mp3'])
})

test('a file that has gone is said to be unreadable', async () => {
  const gone = new File([], 'gone.mp3')
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob
  expect((await sortFiles([gone])).unreadable).toEqual([gone])
})
