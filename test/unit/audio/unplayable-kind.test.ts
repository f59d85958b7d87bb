import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import { unplayableKind } from '#audio/unplayable-kind.ts'
import { detectMedia } from '#formats/parsing/media-magic.ts'
import { bytesOf, mp3Frame, times } from './frames/made-frames.ts'

const folder = join(import.meta.dirname, '../../fixtures/recordings')
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
})
const whyNot = (bytes: Uint8Array) => unplayableKind(sourceOf(bytes))

const convert =
  'Convert it to M4A, MP3 or WAV, for example with VLC, Audacity or ffmpeg, and open that.'

describe('a recording that browsers do not play is named by its own bytes, with a way out:', () => {
  test.each([
    ['layer-2.mp3', 'An MPEG layer II (MP2) recording, which browsers do not play.'],
    [
      'free-format.mp3',
      'An MP3 in free format: its frames do not say how long they are, which browsers do not play.',
    ],
    ['ima-adpcm.wav', 'A WAV with IMA ADPCM, which browsers do not play.'],
    ['tone.aiff', 'An AIFF recording, which only Safari plays.'],
    ['tone.caf', 'A CAF recording (Core Audio), which only Safari plays.'],
    ['call.amr', 'An AMR recording from a phone, which browsers do not play.'],
    ['tone.wma', 'A Windows Media recording (WMA or WMV), which browsers do not play.'],
    ['tone.ac3', 'An AC-3 recording (Dolby Digital), which browsers do not play.'],
    ['lossless.m4a', 'An Apple Lossless recording (ALAC), which browsers do not play.'],
    ['xhe-aac.m4a', 'An xHE-AAC recording, which this browser does not play.'],
  ])('%s', async (name, sentence) => {
    const bytes = read(`unplayable/${name}`)
    expect(await whyNot(bytes)).toBe(`${sentence} ${convert}`)
    expect(detectMedia(bytes.subarray(0, 64))).toBe(true)
  })

  test.each([
    ['letter.dss', /^A dictation \(DSS\), .* Export it as WAV or MP3 with the program/],
    ['letter.ds2', /^A dictation \(DS2\), .* Export it as WAV or MP3 with the program/],
    ['unfinished.m4a', /^An unfinished M4A: the recorder did not close it, .*repair program/],
  ])('%s', async (name, sentence) => {
    const bytes = read(`unplayable/${name}`)
    expect(await whyNot(bytes)).toMatch(sentence)
    expect(detectMedia(bytes.subarray(0, 64))).toBe(true)
  })

  test('a web page in the place of a recording', async () => {
    const page = new TextEncoder().encode('\n<!DOCTYPE html><title>Sign in</title>')
    expect(await whyNot(page)).toMatch(/^A web page, not a recording\. .*use its own address\.$/)
  })

  test('a film that was cut before its index', async () => {
    const film = read('film.mp4')
    const moov = Buffer.from(film).indexOf('moov')
    expect(await whyNot(film.slice(0, moov - 8))).toMatch(/^An unfinished MP4/)
  })
})

describe('nothing is said against', () => {
  test.each(['film.mp4', 'film.webm', 'silent-film.webm'])('%s', async (name) => {
    expect(await whyNot(read(name))).toBeNull()
  })

  test('an MP3', async () => {
    expect(await whyNot(bytesOf(...times(20, () => mp3Frame({ kilobits: 64 }))))).toBeNull()
  })
})
