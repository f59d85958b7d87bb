import * as fc from 'fast-check'
import { isSound } from '#transcript/conventions/sound.ts'
import type { Segment, SpeakerId, Transcript, Word } from '#transcript/transcript.ts'

export interface Wanted {
  /** Times are whole numbers of these a second. */
  readonly ticks: number
  /** Words and names as they are in most transcripts, all segments timed or none, no overlaps. */
  readonly isTame?: boolean
  readonly overlaps?: boolean
  /** Among words that have times. */
  readonly untimedWords?: boolean
  /** No text has this in it. */
  readonly without?: RegExp
}

const tameTokens = ['Hello', 'there,', 'world.', 'It’s', 'fine', 'über', 'well-known', 'yes?', '42']

/** What formats use for themselves, and what they have trouble with. */
const nastyTokens = [
  [
    '-->',
    '--&gt;',
    '&',
    '&amp;',
    '&lt;',
    '&#39;',
    'AT&T',
    '<b>',
    '</v>',
    '<',
    '>',
    '<i>x',
    '<c.a>',
  ],
  [
    '"quoted"',
    '"',
    '""',
    "it's",
    "'=x",
    '=1+1',
    '+1',
    '-',
    '@home',
    ',',
    ';',
    '|',
    '~~',
    '\\',
    '\\N',
  ],
  ['00:00:01.000', '00:00:01,000 --> 00:00:02,000', '0:00:01.000,0:00:02.000', '<00:00:01.000>'],
  ['[00:01.00]', '[br]', '{\\an8}', '{', '}', '<br>', '[ti:x]', '(laughter)', '[door slams]', '♪'],
  [
    'שלום\u200f',
    '\u202eabc',
    '\u200b',
    '😀',
    '👩‍👩‍👧',
    'é',
    'x\u0323\u0307',
    'ก่',
    '你好',
    '。',
    '世界',
    '\u00a0',
    'ｶﾞ',
  ],
  [
    'NOTE',
    'WEBVTT',
    '#',
    '# one',
    '1',
    '1984',
    '1.',
    '*a*',
    '_b_',
    '`c`',
    '>',
    'http://a.b/?c=d&e',
  ],
  [
    'Ada:',
    'Ada Lovelace:',
    'Tom:',
    'Note:',
    'bob:',
    'v1:',
    '…',
    '...',
    '—',
    'sil',
    '\t',
    'constructor',
  ],
].flat()

/** Clearly names, also where they come only once. */
const tameNames = ['Grace Hopper', 'Tom Baker', 'Speaker 2', 'Host', 'Dr. Who']
const nastyNames = [
  ['Ada', '王小明'],
  ['Tom & <b>Jerry</b>', 'A:B', 'bob', '“Q”', 'a "b"', 'John - words', '__proto__', 'constructor'],
  ['00:01', '=cmd', '-->', 'Ada Lovelace', 'Ann]'],
].flat()

/**
 * Sound transcripts, as `finish` makes them: small, frozen, and with everything in them that formats stumble over.
 */
export function transcripts({
  ticks,
  isTame = false,
  overlaps = !isTame,
  untimedWords = !isTame,
  without = /(?!)/,
}: Wanted): fc.Arbitrary<Transcript> {
  const names = isTame ? tameNames : [...tameNames, ...nastyNames]
  const segment = fc.record({
    text: textOf(isTame).filter((text) => !without.test(text)),
    name: fc.constantFrom(...names),
    isNamed: fc.boolean(),
    hasTimes: fc.integer({ min: 0, max: 9 }).map((chance) => isTame || chance > 0),
    lag: fc.integer({ min: 0, max: 3 * ticks }),
    overlaps: fc.integer({ min: 0, max: 4 }).map((chance) => overlaps && chance === 0),
    tail: fc.nat({ max: 3 }),
    worded: fc.constantFrom('all', untimedWords ? 'some' : 'all', 'none'),
    lengths: fc.array(fc.integer({ min: 1, max: 2 * ticks }), { minLength: 24, maxLength: 24 }),
    pauses: fc.array(fc.constantFrom(0, 0, 0, 1, 37), { minLength: 24, maxLength: 24 }),
    untimedWords: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
    confidence: fc.option(fc.constantFrom(0, 0.25, 0.987, 1)),
    isEstimated: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    language: isTame
      ? fc.constant(undefined)
      : fc.constantFrom(undefined, undefined, undefined, 'fr', 'zh-Hant'),
  })
  type Drawn = typeof segment extends fc.Arbitrary<infer D> ? D : never
  return fc
    .record({
      drawn: fc.array(segment, { maxLength: 6 }),
      naming: fc.constantFrom('all', isTame ? 'all' : 'some', 'none'),
      isTimed: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
      title: fc.option(fc.constantFrom('A talk', 'Tea & <toast> --> “yes”', '=x'), {
        nil: undefined,
      }),
      language: fc.constantFrom(undefined, 'en', 'de-CH'),
      chapters: fc.array(fc.constantFrom('One', 'Two & <b>'), { maxLength: 2 }),
    })
    .map(({ drawn, naming, isTimed, title, language, chapters }) => {
      let earliest = 0
      let free = 0
      const ids = new Map<string, SpeakerId>()
      const segments = drawn.map((each: Drawn): Segment => {
        const isNamed = naming === 'all' || (naming === 'some' && each.isNamed)
        const { text } = each
        if (isNamed && !ids.has(each.name))
          ids.set(each.name, `speaker-${ids.size + 1}` as SpeakerId)
        const foreign = each.language === language ? undefined : each.language
        const about = {
          text,
          kind: isSound(text) ? ('sound' as const) : ('speech' as const),
          speaker: isNamed ? ids.get(each.name)! : null,
          ...(foreign === undefined ? {} : { language: foreign }),
        }
        if (!isTimed || !each.hasTimes) return { ...about, start: null, end: null, words: [] }
        const start = (each.overlaps ? earliest : Math.max(earliest, free)) + each.lag
        earliest = start
        const { words, end } = timeWords(each, start, ticks)
        free = Math.max(free, end)
        return { ...about, start: start / ticks, end: end / ticks, words }
      })
      const hasWords = segments.some(({ words }) => words.length > 0)
      const hasTimes = segments.some(({ start }) => start !== null)
      return freeze({
        ...(title === undefined ? {} : { title }),
        ...(language === undefined ? {} : { language }),
        timing: hasWords ? 'word' : hasTimes ? 'segment' : 'none',
        speakers: Array.from(ids, ([name, id]) => ({ id, name })),
        chapters: chapters.map((title, index) => ({ start: index * 2, title })),
        segments,
      })
    })
}

function textOf(isTame: boolean): fc.Arbitrary<string> {
  const token = isTame
    ? fc.constantFrom(...tameTokens)
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...tameTokens) },
        { weight: 3, arbitrary: fc.constantFrom(...nastyTokens) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
      )
  const glue = isTame ? fc.constant(' ') : fc.constantFrom(' ', ' ', ' ', '\n', '', '  ')
  return fc.array(fc.tuple(token, glue), { minLength: 1, maxLength: 6 }).map((parts) => {
    const text = parts.flat().join('')
    const tidy = text
      .replace(/[\r\0]/g, ' ')
      .replace(/\p{Surrogate}/gu, '?')
      .normalize('NFC')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
    return tidy === '' ? 'x' : tidy
  })
}

function timeWords(
  drawn: {
    text: string
    tail: number
    worded: string
    lengths: number[]
    pauses: number[]
    untimedWords: boolean[]
    confidence: number | null
    isEstimated: boolean
  },
  start: number,
  ticks: number,
): { words: Word[]; end: number } {
  const { text, tail, worded, lengths, pauses, untimedWords, confidence, isEstimated } = drawn
  const words: Word[] = []
  let at = start
  if (worded !== 'none') {
    for (const [index, place] of placesIn(text).slice(0, 20).entries()) {
      if (worded === 'some' && untimedWords[index]) continue
      const from = at + pauses[index]!
      at = from + lengths[index]!
      words.push({
        ...place,
        start: from / ticks,
        end: at / ticks,
        ...(confidence === null ? {} : { confidence }),
        ...(isEstimated ? { estimated: true } : {}),
      })
    }
  }
  return { words, end: (words.length === 0 ? start + lengths[0]! : at) + tail }
}

/** Words between blanks, some without their punctuation; Chinese ones are two characters each. */
function placesIn(text: string): { from: number; to: number }[] {
  return Array.from(text.matchAll(/[\p{Script=Han}]{1,2}|[^\s\p{Script=Han}]+/gu), (found) => {
    const word = found[0]
    const spoken = /^(\p{L}+)[.,?]$/u.exec(word)?.[1] ?? word
    return { from: found.index, to: found.index + spoken.length }
  })
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null) freeze(inner)
  return Object.freeze(value)
}
