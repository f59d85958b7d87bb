/** Hyphens and dashes, without the minus sign. */
const dash = String.raw`[-‐‑‒–—―－]`
/** The beginning of a sentence: a capital or a letter of a script without capitals, perhaps behind quotes and brackets. */
const sentence = String.raw`["'“„«‘¿¡([♪…]*\s?[\p{Lu}\p{Lt}\p{Lo}]`

/** A dash at the beginning of a line, before a letter; with a blank behind it, before anything but a figure. */
const atLineStart = new RegExp(
  String.raw`(?:^|\n)[^\S\n]*${dash}(?:[^\S\n]+(?=[^\s\d])|(?=${sentence}))`,
  'gu',
)
/** A dash behind the end of a sentence, before the beginning of another, or before a figure behind a question. */
const insideLine = new RegExp(
  String.raw`(?<=[\p{STerm}…]["'”»’)\]♪]{0,3})[^\S\n]+${dash}(?:[^\S\n]+(?=${sentence})|(?=${sentence}))|(?<=[?？؟])\s+${dash}[^\S\n]+(?=\d)`,
  'gu',
)
const opensTurn = new RegExp(String.raw`^(?:${sentence}|[\d([♪])`, 'u')
const closesTurn = /(?:[\p{STerm}…,—–-]["'”»’)\]♪]*|[)\]♪])$/u

export interface DialogueDash {
  /** Offsets of the dash with the blanks around it. */
  readonly from: number
  readonly to: number
}

/** The dashes with which the turns in a text may begin; those inside lines only behind one at the beginning of a line. */
export function dialogueDashes(text: string): DialogueDash[] {
  if (!mayHaveDash(text)) return []
  const found = matches(text, atLineStart)
  const [first] = found
  if (first === undefined) return []
  const inside = matches(text, insideLine).filter(({ from }) => from > first.from)
  return [...found, ...inside].toSorted((a, b) => a.from - b.from)
}

const dashes = '-‐‑‒–—―－'

/** A fast test, because most texts have no dash. */
function mayHaveDash(text: string): boolean {
  for (let at = text.length === 0 ? -1 : 0; at !== -1; at = nextLine(text, at)) {
    if (dashes.includes(text[at] ?? ' ') || text[at] === ' ') return true
  }
  return false
}

function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? -1 : found + 1
}

function matches(text: string, pattern: RegExp): DialogueDash[] {
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
  }))
}

/** Counts the texts whose dashes are those of a dialogue, to tell them from lists and other dashes. */
export interface DashCounts {
  /** Texts with a turn behind another one. */
  readonly pairs: number
  /** Texts with two turns that do not end as sentences. */
  readonly openPairs: number
  /** Texts with one turn. */
  readonly singles: number
  readonly questions: number
  /** Texts in which what stands behind a dash is no sentence, or an item of a list. */
  readonly others: number
}

export function countDashes(texts: Iterable<string>): DashCounts {
  const counts = { pairs: 0, openPairs: 0, singles: 0, questions: 0, others: 0 }
  for (const text of texts) {
    const found = dialogueDashes(text)
    if (found.length === 0) continue
    const turns = found.map(({ to }, at) => text.slice(to, found[at + 1]?.from).trim())
    const before = text.slice(0, found[0]!.from).trim()
    counts[kindOf(before, turns)] += 1
    if (turns.some(isQuestion)) counts.questions += 1
  }
  return counts
}

function kindOf(before: string, turns: readonly string[]): Exclude<keyof DashCounts, 'questions'> {
  const isList = /[:：]$/.test(before) || (turns.length > 2 && !turns.some(isQuestion))
  const all = before === '' ? turns : [before, ...turns]
  if (isList || !all.every((turn) => opensTurn.test(turn))) return 'others'
  // captions often leave out a period
  const closed = all.filter((turn) => closesTurn.test(turn)).length
  if (closed * 2 < all.length) return all.length === 2 ? 'openPairs' : 'others'
  return all.length > 1 ? 'pairs' : 'singles'
}

function isQuestion(turn: string): boolean {
  return /[?？؟]/.test(turn)
}

/** Whether the dashes of captions begin turns: more than once, and seldom before what is no sentence. */
export function areTurnsOfCues(counts: DashCounts): boolean {
  const { openPairs, singles, questions } = counts
  const pairs = counts.pairs + (questions > 0 ? openPairs : 0)
  const others = counts.others + (questions > 0 ? 0 : openPairs)
  if (others * 3 > pairs + singles) return false
  return pairs > 1 || (pairs > 0 && singles > 1) || (singles > 2 && questions > 0)
}

/** Whether the dashes of prose begin turns. Lists stand in prose, too, but nobody asks in them. */
export function areTurnsOfProse(counts: DashCounts): boolean {
  const { pairs, singles, questions } = counts
  const turns = pairs + singles
  const others = counts.others + counts.openPairs
  return turns > 3 && questions > 1 && questions * 8 >= turns && others * 8 <= turns
}
