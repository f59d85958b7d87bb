import type { Pronunciation } from '../phones.ts'

/** Letter-to-sound rules of a language, for words outside the dictionary. */
export interface LetterToSoundRules {
  /** Letters beyond a–z that the rules cover, lower case. Others are transliterated first. */
  readonly letters: string
  /** A short word without any of them is spelled out: `bbc`. Empty if vowels are not written. */
  readonly vowels: string
  /** Pronunciation variants, the likeliest first. Each accepts any string, in time linear in its length. */
  readonly variants: readonly LetterToSound[]
}

export type LetterToSound = (word: string) => Pronunciation

type Classes = Readonly<Record<string, string>>
type RulesByLetter = Map<string, Rule[]>

interface Rule {
  readonly pattern: RegExp
  readonly phones: Pronunciation
}

/**
 * Compiles a table of rules, one per line: `left{letters}right phones`, as in
 *
 *     {c}[ei]      S
 *     V{s}V        Z
 *     {oi|oy}      OY
 *     {e}_         -
 *
 * c before e or i is S; s between vowels (a class of letters has a capital for a name) is Z; `|` separates
 * alternatives; e at the end is silent. At each position of a word the first matching rule applies, and conversion continues
 * after its letters; a letter without a rule is silent. `_` is the edge of the word.
 * Contexts have a bounded length (no `*`, no `+`), so time is linear.
 * The first call throws for a malformed line.
 */
export function compileLetterToSound(classes: Classes, table: string): LetterToSound {
  let byLetter: RulesByLetter | null = null

  return (word) => {
    // Compiled on first use: a table takes milliseconds, and one of nine languages is used.
    byLetter ??= compile(classes, table)
    const phones: string[] = []
    let at = 0
    while (at < word.length) {
      const rule = byLetter.get(word[at]!)?.find(({ pattern }) => {
        pattern.lastIndex = at
        return pattern.test(word)
      })
      // Contexts are lookarounds, so `lastIndex` is the end of the rule's letters.
      at = rule === undefined ? at + 1 : rule.pattern.lastIndex
      if (rule !== undefined) phones.push(...rule.phones)
    }
    return phones
  }
}

function compile(classes: Classes, table: string): RulesByLetter {
  const byLetter: RulesByLetter = new Map()
  for (const line of table.split('\n')) {
    if (line.trim() === '') continue
    const parts = /^\s*(\S*)\{(\S+)\}(\S*)\s+(\S.*)$/.exec(line)
    if (parts === null || /[*+]/.test(line)) throw new Error(`No rule for letters: ${line.trim()}`)
    const [, left = '', letters = '', right = '', phones = ''] = parts
    const before = left && `(?<=${inClasses(left, { edge: '^', classes })})`
    const after = right && `(?=${inClasses(right, { edge: '$', classes })})`
    const rule: Rule = {
      pattern: new RegExp(`${before}(?:${letters})${after}`, 'y'),
      phones: phones.trim() === '-' ? [] : phones.trim().split(/\s+/),
    }
    for (const first of new Set(letters.split('|').map((each) => each[0]!))) {
      const rules = byLetter.get(first) ?? []
      byLetter.set(first, rules)
      rules.push(rule)
    }
  }
  return byLetter
}

function inClasses(context: string, { edge, classes }: { edge: string; classes: Classes }): string {
  return context.replaceAll('_', edge).replace(/[A-Z]/g, (name) => {
    const letters = classes[name]
    if (letters === undefined) throw new Error(`No class of letters ${name}`)
    return `[${letters}]`
  })
}
