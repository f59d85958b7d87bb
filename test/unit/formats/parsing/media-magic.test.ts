import { expect, test } from 'vitest'
import { detectMedia } from '#formats/parsing/media-magic.ts'

const bytes = (start: string) =>
  Uint8Array.from(start.padEnd(16, '\0'), (letter) => letter.charCodeAt(0))

test.each([
  ['MP3 with tags', 'ID3\x03\0'],
  ['MP3 without', '\xff\xfb\x90\x64'],
  ['AAC', '\xff\xf1\x50\x80'],
  ['WAV', 'RIFF\x24\0\0\0WAVE'],
  ['Ogg', 'OggS\0'],
  ['FLAC', 'fLaC\0'],
  ['MP4', '\0\0\0\x20ftypisom'],
  ['WebM', '\x1a\x45\xdf\xa3'],
  ['AIFF', 'FORM\0\0\0\0AIFF'],
])('%s is media', (_, start) => {
  expect(detectMedia(bytes(start))).toBe(true)
})

test.each([
  ['text', 'WEBVTT\n\n00:00'],
  ['text about tags', 'ID3 is a tag'],
  ['UTF-16', '\xff\xfe1\0\n\0'],
  ['nothing', ''],
  ['a picture in a riff', 'RIFF\x24\0\0\0WEBP'],
  ['a picture in a box', '\0\0\0\x20ftypheic'],
  ['UTF-16 without a mark', 'c\0a\0f\0f\0'],
])('%s is not', (_, start) => {
  expect(detectMedia(bytes(start))).toBe(false)
})

test.each([
  ['caffeine was the first thing we talked about'],
  ['OggS and FLAC are two things'],
  ['#!AMR\nis how such files begin'],
  ['RIFF is WAVE is a riff'],
  ['Gftypes of G'],
  ['G'.padEnd(188, ' and so on') + 'G'.padEnd(188, ', и так далее') + 'G'.padEnd(400, '.')],
])('a text that begins as a recording would is a text: %.40s', (text) => {
  expect(detectMedia(new TextEncoder().encode(text))).toBe(false)
})
