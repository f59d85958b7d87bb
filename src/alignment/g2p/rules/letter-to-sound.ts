import type { Pronunciation } from '../phones.ts'

/** How letters are read aloud in a language, for words that no dictionary holds. */
export interface LetterToSoundRules {
  /** Letters beyond a–z that the rules know, lower case. Others are folded or spelled in these before reading. */
  readonly letters: string
  /** A short word without any of them is spelled out: `bbc`. Empty where vowels are not written. */
  readonly vowels: string
  /** The likeliest reading first; each reads any string in time linear in its length, never fails. */
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
 * A table of rules, one a line: `left{letters}right phones`, as in
 *
 *     {c}[ei]      S
 *     V{s}V        Z
 *     {oi|oy}      OY
 *     {e}_         -
 *
 * c before e or i is S; s between vowels (a class of letters has a capital for a name) is Z; `|` divides what
 * may stand at one place; e at the end is silent. At each place of a word the first rule that fits is taken,
 * and reading goes on behind its letters; a letter with no rule is silent. `_` is the rim of the word.
 * Contexts see a bounded stretch of letters (no `*`, no `+`), so time is linear.
 * The first reading throws for a line that cannot be read: our own mistake.
 */
export function compileLetterToSound(classes: Classes, table: string): LetterToSound {
  let byLetter: RulesByLetter | null = null

  return (word) => {
    // A table takes milliseconds to compile, and of nine languages one is spoken.
    byLetter ??= compile(classes, table)
    const phones: string[] = []
    let at = 0
    while (at < word.length) {
      const rule = byLetter.get(word[at]!)?.find(({ pattern }) => {
        pattern.lastIndex = at
        return pattern.test(word)
      })
      // Only a rule's letters are consumed, its contexts are looked at: so this is where they end.
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
    const before = left && `(?<=${inClasses(left, { rim: '^', classes })})`
    const after = right && `(?=${inClasses(right, { rim: '$', classes })})`
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

function inClasses(context: string, { rim, classes }: { rim: string; classes: Classes }): string {
  return context.replaceAll('_', rim).replace(/[A-Z]/g, (name) => {
    const letters = classes[name]
    if (letters === undefined) throw new Error(`No class of letters ${name}`)
    return `[${letters}]`
  })
}
