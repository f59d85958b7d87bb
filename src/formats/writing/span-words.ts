import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'

interface Worded {
  readonly text: string
  readonly words: readonly Word[]
}

/**
 * Extends the words so that together they contain all the text: each takes the adjacent punctuation, as in recogniser
 * output (`“Well,`), and the untimed text up to the next word, which is counted as `word-joined`. Text between two
 * words without a blank belongs to the first.
 */
export function spanWords({ text, words }: Worded, tally: ProblemTally): Word[] {
  const glued = glueWords({ text, words })
  return glued.map((word, index) => {
    const next = glued[index + 1]?.from ?? text.length
    const from = index === 0 ? 0 : word.from
    const to = text.slice(0, next).trimEnd().length
    if (from < word.from || to > word.to) tally.count('word-joined')
    return { ...word, from, to }
  })
}

function glueWords({ text, words }: Worded): Word[] {
  let floor = 0
  return words.map((word, index) => {
    const next = words[index + 1]?.from ?? text.length
    let { from, to } = word
    while (from > floor && !isBlank(text, from - 1)) from -= 1
    while (to < next && !isBlank(text, to)) to += 1
    floor = to
    return { ...word, from, to }
  })
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at]!)
}
