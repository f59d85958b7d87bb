import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AudioInfo } from '#audio/audio-info.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { findFrames } from '#audio/frames/first-frame.ts'
import { noteOfDamage, notesOfFacts } from '#session/analysis/recording-notes.ts'
import { blobSource } from '#sources/byte-sources.ts'
import { silentMp3 } from '../../../support/silent-mp3.ts'

const facts: AudioInfo = {
  container: 'MP4',
  codec: 'mp4a.40.2',
  duration: 100,
  sampleRate: 48_000,
  channels: 1,
  tracks: 1,
  pictureCodec: null,
  frames: null,
}
const heard = { picture: null, duration: 100 }

test('nothing is said of an ordinary recording', () => {
  expect(notesOfFacts(facts, heard)).toEqual([])
  const film = { picture: { width: 640, height: 360 }, duration: 99.5 }
  expect(notesOfFacts({ ...facts, pictureCodec: 'avc' }, film)).toEqual([])
})

test('other sound tracks, a picture that is not shown and a length that is cut are said', () => {
  expect(notesOfFacts({ ...facts, tracks: 2 }, heard)).toEqual([
    expect.stringMatching(/^This recording has 2 sound tracks\. The first one is played/),
  ])
  expect(notesOfFacts({ ...facts, pictureCodec: 'mp4v' }, heard)).toEqual([
    expect.stringMatching(/^The picture of this recording \(mp4v\) is of a kind/),
  ])
  const cut = { picture: null, duration: 44_739 }
  expect(notesOfFacts({ ...facts, duration: 47_000 }, cut)).toEqual([
    expect.stringMatching(/^This recording is 13:03:20 long, .* plays only 12:25:39 of it\./),
  ])
})

async function damageOf(bytes: Blob) {
  const source = blobSource(bytes)
  const counted = await countFrames(source, (await findFrames(source))!)
  if (counted.kind !== 'counted') throw new Error(counted.reason)
  return noteOfDamage(counted.index, bytes)
}

test('what is missing between frames is said, with its length and place', async () => {
  const name = '../../../fixtures/recordings/joined/garbage.mp3'
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, name)))
  expect(await damageOf(new Blob([bytes]))).toMatch(
    /^About 1\.0 s of this recording is damaged, at 0:03\. /,
  )
})

test('tags between joined files are no damage', async () => {
  const tag = new Uint8Array(10 + 2000)
  tag.set([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 15, 80])
  const [front, back] = [silentMp3(5), silentMp3(5)].map((part) => new Uint8Array(part))
  expect(await damageOf(new Blob([front!, tag, back!]))).toBeNull()
})
