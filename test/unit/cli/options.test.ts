import { describe, expect, test } from 'vitest'
import { parseOptions } from '#cli/options.ts'
import { usage } from '#cli/usage.ts'

const optionsOf = (line: string) => {
  const parsed = parseOptions(line.split(' ').filter((word) => word !== ''))
  if (parsed.kind !== 'options') throw new Error(`not understood: ${JSON.stringify(parsed)}`)
  return parsed.options
}
const complaintAbout = (line: string) => {
  const parsed = parseOptions(line.split(' ').filter((word) => word !== ''))
  return parsed.kind === 'wrong' ? parsed.why : parsed.kind
}

describe('the arguments', () => {
  test('is one recording and its text, one at a time, as WebVTT, where nothing else is said', () => {
    expect(optionsOf('talk.mp3 talk.txt')).toMatchObject({
      inputs: ['talk.mp3', 'talk.txt'],
      writer: { id: 'webvtt' },
      jobs: 1,
      language: null,
      decoder: null,
      shard: null,
      again: false,
      drafts: false,
    })
  })

  test.each([
    ['a.mp3 a.txt -o a.srt', 'subrip'],
    ['a.mp3 a.txt -o a.TextGrid', 'textgrid'],
    ['a.mp3 a.txt -o a.json', 'podcasting-json'],
    ['a.mp3 a.txt -o a.json --format whisper-json', 'whisper-json'],
    ['folder --format srt', 'subrip'],
    ['folder --format ttml', 'ttml'],
  ])('"%s" asks for %s', (line, format) => {
    expect(optionsOf(line).writer.id).toBe(format)
  })

  test('may be in any order, with a language in any spelling, and a part of the whole', () => {
    const options = optionsOf('-j 4 --shard 3/10 folder --language PT_br --decoder own --again')
    expect(options).toMatchObject({
      jobs: 4,
      shard: { part: 3, of: 10 },
      language: 'pt-BR',
      decoder: 'own',
      again: true,
    })
  })

  test.each([
    ['', /^Name a recording/],
    ['folder --manifest list.tsv', /not both/],
    ['a.mp3 a.txt -o a.vtt --out-dir out', /not both/],
    ['a.mp3 a.txt -o a.xyz', /^The extension of a\.xyz .* webvtt, subrip/],
    ['folder --format word', /^--format word .* docx/],
    ['folder -j 0', /^--jobs 0 /],
    ['folder -j two', /^--jobs two /],
    ['folder --shard 0/10', /^--shard 0\/10 .* 3\/10/],
    ['folder --shard 11/10', /^--shard 11\/10/],
    ['folder --language english!', /^--language english! /],
    ['folder --decoder vlc', /Use ffmpeg or own/],
    ['folder --forever', /'--forever'/],
  ])('"%s" is refused with a sentence', (line, sentence) => {
    expect(complaintAbout(line)).toMatch(sentence)
    expect(complaintAbout(line)).toMatch(/\.$/)
  })

  test('asks for help with -h, which names every option and fits a terminal', () => {
    expect(complaintAbout('folder -h')).toBe('help')
    for (const name of ['output', 'out-dir', 'format', 'jobs', 'language', 'draft', 'again']) {
      expect(usage).toContain(`--${name}`)
    }
    for (const name of ['decoder', 'manifest', 'shard', 'help'])
      expect(usage).toContain(`--${name}`)
    expect(Math.max(...usage.split('\n').map(({ length }) => length))).toBeLessThan(112)
  })
})
