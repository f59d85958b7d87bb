import type { WrittenToken } from './language-rules.ts'
import { isUnspaced, segmentUnspaced } from './unspaced-scripts.ts'

/** Longer tokens, such as long addresses, are not spoken. UTF-16 code units. */
const longest = 200

/** English words with a leading apostrophe; before any other word it is a quotation mark. */
const clipped = /^'(?:em|cause|til|till|tis|twas|bout|round|course|n|d|neath|nother|\d0s)$/i

// Bounded: regular expression engines overflow on a run of millions.
const tight = /\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,9}(?!\d)\S{0,100}|\S{1,5000}/gu
const spaced = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,9}(?!\d)\S{0,100}|\S{1,5000}/gu

/** Divides words without white space between them: dashes, ellipses, punctuation without a space after it. */
const joint = /[—―…|•·]+|-{2,}|\.{2,}|–(?!\d)|(?<!\d)–|[,;!?:](?=\p{L})/gu
const address = /:\/\/|^www\.|@/iu

const spokenCharacter = /[\p{L}\p{M}\p{Nd}\p{Nl}²³¼½¾⅐-⅞\p{Sc}&@#§№+%‰°=]/u

/** Tokenises lines. `groupsBySpace`: 1 234 567 is one token. */
export function createTokeniser({ groupsBySpace }: { groupsBySpace: boolean }) {
  const chunk = groupsBySpace ? spaced : tight

  /** The tokens between two offsets of the line, in order. */
  return function tokenise(line: string, from: number, to: number): WrittenToken[] {
    const words: WrittenToken[] = []
    const span = line.slice(from, to)
    for (const { 0: text, index } of span.matchAll(chunk)) {
      // Fast path for most words, with the same result as below.
      if (/^[a-z]+[.,]?$/i.test(text) && text.length < longest) {
        pushWord(
          words,
          line,
          from + index,
          from + index + text.length - (/[.,]$/.test(text) ? 1 : 0),
        )
        continue
      }
      if (isUnspaced(text)) {
        for (const [first, last] of segmentUnspaced(text)) {
          pushTrimmed(words, line, from + index + first, from + index + last)
        }
        continue
      }
      let start = 0
      if (!address.test(text)) {
        for (const found of text.matchAll(joint)) {
          pushTrimmed(words, line, from + index + start, from + index + found.index)
          start = found.index + found[0].length
        }
      }
      pushTrimmed(words, line, from + index + start, from + index + text.length)
    }
    return words
  }
}

/** Adds a token without its outer punctuation, if anything remains. */
function pushTrimmed(words: WrittenToken[], line: string, first: number, last: number) {
  let from = first
  while (from < last && !isSpoken(line, from)) from += widthAt(line, from)
  if (from >= last) return
  let to = last
  while (to > from && !isSpoken(line, beginOfLast(line, to))) to = beginOfLast(line, to)
  if (from > first && opensWord(line, from, to)) from--
  if (to - from <= longest) pushWord(words, line, from, to)
}

function pushWord(words: WrittenToken[], line: string, from: number, to: number) {
  const after = line.slice(to, to + 2)
  words.push({
    from,
    to,
    text: normal(line.slice(from, to)),
    isDotted: after.startsWith('.'),
    endsClause: /^["'’”)]?[.,;:!?]/.test(after) || to >= line.length,
  })
}

/** Whether the mark before a word belongs to it: −5, .5, ’em. */
function opensWord(line: string, from: number, to: number): boolean {
  const mark = line[from - 1]!
  if (/[-−.]/.test(mark)) {
    return /[\d\p{Sc}]/u.test(line[from]!) && !/[\p{L}\p{N}]/u.test(line[from - 2] ?? ' ')
  }
  return /['‘’ʼ]/.test(mark) && to - from < 8 && clipped.test(`'${line.slice(from, to)}`)
}

const isSpoken = (line: string, at: number) =>
  spokenCharacter.test(String.fromCodePoint(line.codePointAt(at)!))

const widthAt = (line: string, at: number) => (line.codePointAt(at)! > 0xffff ? 2 : 1)

function beginOfLast(line: string, to: number): number {
  return to > 1 && line.codePointAt(to - 2)! > 0xffff ? to - 2 : to - 1
}

const arabicZero = '٠'.charCodeAt(0)

function normal(written: string): string {
  if (/^[a-z]+$/i.test(written)) return written
  return written
    .normalize('NFC')
    .replace(/[’‘ʼ＇`]/g, "'")
    .replace(/[‐‑−]/g, '-')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - arabicZero))
    .replace(/(?<=\d)[٬\u00a0\u2009\u202f ](?=\d)/g, ' ')
    .replace(/(?<=\d)٫(?=\d)/g, ',')
    .replace('٪', '%')
}
