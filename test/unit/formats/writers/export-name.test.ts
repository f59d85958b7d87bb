import { expect, test } from 'vitest'
import { exportName } from '#formats/writing/export-name.ts'

test.each([
  ['talk.mp3', 'talk.vtt'],
  ['Chapter 3.WAV', 'Chapter 3.vtt'],
  ['Dr. Smith', 'Dr. Smith.vtt'],
  ['v1.2', 'v1.2.vtt'],
  ['/home/ada/talk.mp3', 'talk.vtt'],
  ['C:\\Users\\Ada\\talk.mp3', 'talk.vtt'],
  ['../../etc/passwd', 'passwd.vtt'],
  ['a\u202egnp.mp3', 'agnp.vtt'],
  ['line\nbreak\0 and\ttab', 'linebreak andtab.vtt'],
  ['<img src=x>: "who?" | *', '-img src=x-- -who-- - -.vtt'],
  ['CON', 'transcript-CON.vtt'],
  ['nul.mp3', 'transcript-nul.vtt'],
  ['com1.notes', 'transcript-com1.notes.vtt'],
  ['console', 'console.vtt'],
  ['.hidden', 'hidden.vtt'],
  ['dots...', 'dots.vtt'],
  ['e\u0301te\u0301', 'été.vtt'],
  ['half \ud83d', 'half.vtt'],
  ['', 'transcript.vtt'],
  [undefined, 'transcript.vtt'],
  ['...', 'transcript.vtt'],
  ['.mp3', 'transcript.vtt'],
  ['folder/', 'transcript.vtt'],
])('%j becomes %j', (name, expected) => {
  expect(exportName(name, 'vtt')).toBe(expected)
})

test('long names are cut between characters, in characters and in bytes', () => {
  expect(exportName('x'.repeat(5000), 'TextGrid')).toBe(`${'x'.repeat(91)}.TextGrid`)
  const emoji = exportName('👩‍👩‍👧'.repeat(100), 'vtt')
  expect(emoji.length).toBeLessThanOrEqual(100)
  expect(emoji).not.toMatch(/\p{Surrogate}/u)
  expect(new TextEncoder().encode(exportName('語'.repeat(100), 'vtt')).length).toBeLessThan(250)
})
