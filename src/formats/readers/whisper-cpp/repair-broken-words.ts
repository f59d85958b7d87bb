import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'

/** How far after the previous word the next one is searched, in characters. */
const reach = 400

/**
 * Repairs words whose characters were split across tokens and became U+FFFD: they get the text between their neighbours
 * in the segment. If that text has as many words as there are broken ones, each gets its own; otherwise they become one
 * word.
 */
export function repairBrokenWords(
  text: string,
  words: readonly RecognisedWord[],
): RecognisedWord[] {
  if (words.every((word) => !isBroken(word))) return [...words]
  const mended: RecognisedWord[] = []
  let offset = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (!isBroken(word)) {
      const found = findSoon(text, word.text.trim(), offset)
      if (found !== -1) offset = found + word.text.trim().length
      mended.push(word)
      continue
    }
    let end = at
    while (end < words.length && isBroken(words[end]!)) end += 1
    const next = words[end]?.text
    const found = next === undefined ? text.length : findSoon(text, next, offset)
    const until = found === -1 ? Math.min(text.length, offset + reach) : found
    mended.push(...respell(text.slice(offset, until), words.slice(at, end)))
    offset = until
    at = end - 1
  }
  return mended
}

function findSoon(text: string, word: string, from: number): number {
  const found = text.slice(from, from + reach + word.length).indexOf(word)
  return found === -1 ? -1 : from + found
}

function isBroken(word: RecognisedWord): boolean {
  return word.text.includes('\uFFFD')
}

function respell(text: string, words: readonly RecognisedWord[]): RecognisedWord[] {
  const spelled = text.trim().split(/\s+/)
  if (spelled.length === words.length) {
    return words.map((word, index) => ({ ...word, text: spelled[index]! }))
  }
  return text.trim() === '' ? [] : [{ ...words[0]!, text: text.trim(), end: words.at(-1)!.end }]
}
