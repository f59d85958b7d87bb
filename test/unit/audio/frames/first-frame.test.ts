import { describe, expect, test } from 'vitest'
import { findFrames } from '#audio/frames/first-frame.ts'
import { silentMp3 } from '../../../support/silent-mp3.ts'
import {
  adtsFrame,
  apeTag,
  bytesOf,
  id3v1,
  id3v2,
  infoFrame,
  mp3Frame,
  sourceOf,
  textBytes,
  times,
} from './made-frames.ts'

const sound = bytesOf(...times(20, (at) => mp3Frame({ padding: at % 2 })))

describe('the first frame', () => {
  test('of a bare file is its first byte', async () => {
    const found = await findFrames(sourceOf(bytesOf(silentMp3(3))))
    expect(found).toMatchObject({ format: 'mp3', from: 0, info: null })
    const aac = await findFrames(sourceOf(bytesOf(...times(9, () => adtsFrame()))))
    expect(aac).toMatchObject({ format: 'adts', from: 0, to: 1800, info: null })
  })

  test('comes after several tags, footers and large pictures, which are not read', async () => {
    const tags = bytesOf(id3v2(3_000_000), id3v2(50, { hasFooter: true, filling: 0 }))
    const source = sourceOf(bytesOf(tags, sound))
    expect(await findFrames(source)).toMatchObject({ from: tags.length })
    expect(source.bytesRead).toBeLessThan(300_000)
  })

  test.each([0, 1, 500, 65_530, 65_536, 200_000])('comes after %d bytes of dirt', async (size) => {
    const dirt = new Uint8Array(size).fill(0xff)
    expect(await findFrames(sourceOf(bytesOf(dirt, sound)))).toMatchObject({ from: size })
  })

  test('is not looked for through a whole file', async () => {
    const source = sourceOf(bytesOf(new Uint8Array(2_000_000), sound))
    expect(await findFrames(source)).toBeNull()
    expect(source.bytesRead).toBeLessThan(400_000)
  })

  test('is not the note of the encoder, which is read', async () => {
    const note = infoFrame({ frames: 20, bytes: 9000, delay: 1105, padding: 1234 })
    const found = await findFrames(sourceOf(bytesOf(id3v2(10), note, sound)))
    expect(found).toMatchObject({
      from: 20 + note.length,
      info: { kind: 'Xing', at: 20, frames: 20, bytes: 9000, delay: 1105, padding: 1234 },
      header: { bitrate: 128_000 },
    })
    expect(found!.info!.seekTable).toHaveLength(100)
  })

  test('knows the note of Fraunhofer’s encoder', async () => {
    const note = mp3Frame()
    note.set(textBytes('VBRI'), 36)
    const view = new DataView(note.buffer)
    view.setUint32(46, 8377)
    view.setUint32(50, 20)
    const found = await findFrames(sourceOf(bytesOf(note, sound)))
    expect(found!.info).toMatchObject({ kind: 'VBRI', frames: 20, bytes: 8377, delay: null })
  })

  test.each([
    ['ID3v1', id3v1()],
    ['APE', apeTag(3000)],
    ['APE and ID3v1', bytesOf(apeTag(100), id3v1())],
    ['Lyrics and ID3v1', bytesOf(textBytes('LYRICSBEGINabc000014LYRICS200'), id3v1())],
  ])('the frames end before the tags: %s', async (_, tags) => {
    expect(await findFrames(sourceOf(bytesOf(sound, tags)))).toMatchObject({ to: sound.length })
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['a frame that is cut off', mp3Frame().slice(0, 100)],
    ['a tag alone', id3v2(500)],
    ['a tag that is longer than the file', id3v2(5000).slice(0, 900)],
    ['a tag after a tag without an end', bytesOf(...times(500, () => id3v2(0)))],
    ['text', bytesOf(textBytes('WEBVTT\n\n'.repeat(9000)))],
    ['MP4 with MP3 in it', bytesOf([0, 0, 0, 8], textBytes('ftyp'), sound)],
    ['WAV', bytesOf(textBytes('RIFF'), sound)],
    ['two formats by turns', bytesOf(...times(50, () => bytesOf(mp3Frame(), adtsFrame())))],
  ])('there is none in %s', async (_, bytes) => {
    expect(await findFrames(sourceOf(bytes))).toBeNull()
  })

  test('is not found after the search is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(findFrames(sourceOf(sound), signal)).rejects.toThrow('enough')
  })
})
