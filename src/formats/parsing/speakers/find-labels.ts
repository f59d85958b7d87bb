import { isSound } from '#transcript/conventions/sound.ts'
import { soundWords } from '#transcript/conventions/sound-words.ts'
import {
  isHeadingLabel,
  isInCapitals,
  isPhrase,
  isUnmistakable,
  isUsualName,
  mayRecur,
} from './label-forms.ts'
import type { LabelChoice } from './label-choice.ts'
import { labelIn, type LabelShape, type SpeakerLabel } from './speaker-label.ts'

/** What a file’s texts have as labels of speakers. */
export interface Labels {
  readonly isEmpty: boolean
  /** (Nearly) every text whose speaker is known begins with a label, so one without a label is nobody’s. */
  readonly areEverywhere: boolean
  /** The accepted label at the beginning of a text, or `null`. */
  labelOf(text: string): SpeakerLabel | null
  has(name: string): boolean
}

/** The share of texts that begin with a label in a dialect in which every text does. */
const nearlyAll = 0.9
/** From this number on, recurrence alone makes a label, whatever its form. */
const often = 3

export interface FindLabelsOptions {
  /** The texts are lines or paragraphs, among which there may be lists; else cues, which are speech. */
  readonly isProse?: boolean
  /** Names that are speakers for another reason. */
  readonly known?: ReadonlySet<string>
  readonly choice?: LabelChoice
}

/**
 * Finds the labels of a file’s cues, lines or paragraphs by evidence from all of them (see `docs/formats.md`, “Who
 * speaks”).
 */
export function findLabels(
  texts: readonly string[],
  { isProse = false, known = new Set(), choice = 'evidence' }: FindLabelsOptions = {},
): Labels {
  if (choice === 'none') return noLabels
  const spoken = texts.filter((text) => text !== '' && !isSound(text))
  const counts = count(spoken, 'colon')
  const source = { texts: spoken.length, isProse, hasKnown: known.size > 0 }
  const colon = choice === 'every' ? all(counts, source) : judge(counts, source)
  const bracket = judgeBrackets(count(spoken, 'bracket'))
  for (const name of known) colon.names.add(name)
  const find = (text: string, shape: LabelShape, names: ReadonlySet<string>) => {
    if (names.size === 0) return null
    const label = labelIn(text, shape)
    return label !== null && names.has(label.name) ? label : null
  }
  return {
    isEmpty: colon.names.size === 0 && bracket.size === 0,
    // programs that write brackets write them on every text whose speaker they know
    areEverywhere: colon.areEverywhere || bracket.size > 0,
    labelOf: (text) => find(text, 'bracket', bracket) ?? find(text, 'colon', colon.names),
    has: (name) => colon.names.has(name) || bracket.has(name),
  }
}

const noLabels: Labels = {
  isEmpty: true,
  areEverywhere: false,
  labelOf: () => null,
  has: () => false,
}

/** How often each label occurs. */
function count(texts: readonly string[], shape: LabelShape): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const name = labelIn(text, shape)?.name
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

interface Source {
  readonly texts: number
  readonly isProse: boolean
  /** Some texts are known to be speech. */
  readonly hasKnown: boolean
}

interface Judgement {
  readonly names: Set<string>
  readonly areEverywhere: boolean
}

const areOnNearlyAll = (counts: ReadonlyMap<string, number>, { texts }: Source) =>
  sum(counts.values()) >= texts * nearlyAll

function all(counts: ReadonlyMap<string, number>, source: Source): Judgement {
  return { names: new Set(counts.keys()), areEverywhere: areOnNearlyAll(counts, source) }
}

function judge(counts: ReadonlyMap<string, number>, source: Source): Judgement {
  if (counts.size === 0) return { names: new Set(), areEverywhere: false }
  const labelled = sum(counts.values())
  if (areOnNearlyAll(counts, source) && isDialogue(counts, labelled, source)) {
    const names = [...counts.keys()].filter((name) => counts.get(name)! > 1 || !isSentence(name))
    return { names: new Set(names), areEverywhere: true }
  }
  return { names: recurring(counts, source), areEverywhere: false }
}

/** Whether labels on every text are speakers: few labels for many texts, or labels that are no phrases and headings. */
function isDialogue(
  counts: ReadonlyMap<string, number>,
  labelled: number,
  { isProse, hasKnown }: Source,
): boolean {
  const names = [...counts.keys()]
  if (names.every((name) => isUnmistakable(name) || isFullName(name))) return true
  if (hasKnown) return !names.some(isSentence)
  const isOther = (name: string) => isPhrase(name) || isHeadingLabel(name)
  if (isMoreThan(names, 0.3, isOther)) return names.length * 2 * often <= labelled
  if (!isProse && labelled >= often) return true
  return sum([...counts.values()].filter((times) => times > 1)) * 2 >= labelled
}

/** Whether more than a share of the names pass a test; stops where that is decided. */
function isMoreThan(
  names: readonly string[],
  share: number,
  passes: (name: string) => boolean,
): boolean {
  const most = names.length * share
  let count = 0
  for (const [at, name] of names.entries()) {
    if (passes(name)) count += 1
    if (count > most) return true
    if (count + names.length - at - 1 <= most) return false
  }
  return false
}

/** The labels of a file in which only some texts have one. */
function recurring(counts: ReadonlyMap<string, number>, { texts, isProse }: Source): Set<string> {
  const names = new Set<string>()
  const twice = [...counts].filter(([name, times]) => times > 1 && isUsualName(name))
  const covered = sum(twice.map(([, times]) => times))
  const hasRecurring = twice.some(([, times]) => times >= often)
  const inCapitals = twice.some(([name]) => isInCapitals(name))
  for (const [name, times] of counts) {
    const recurs = times >= often && mayRecur(name)
    const isTwice = times > 1 && isUsualName(name) && (covered * 16 >= texts || hasRecurring)
    const isCapital = inCapitals && isInCapitals(name) && !isHeadingLabel(name)
    if (recurs || isTwice || isCapital || isUnmistakable(name)) names.add(name)
  }
  if (names.size === 0) return names
  // where most texts begin with a name, those that stand once count, too
  const named = [...counts].filter(([name]) => isUsualName(name) && (isProse || names.has(name)))
  const covers = sum(named.map(([, times]) => times)) * 2
  const areMost = isProse ? covers >= texts : covers > texts
  if (areMost) for (const name of counts.keys()) if (isUsualName(name)) names.add(name)
  return names
}

function judgeBrackets(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const isName = (name: string) => !soundWords.has(name.toLowerCase()) && !/[/=<>]/.test(name)
  const names = [...counts].filter(
    ([name, times]) =>
      isName(name) && (isUnmistakable(name) || (times >= often && isUsualName(name))),
  )
  return new Set(names.map(([name]) => name))
}

/** Longer than any name, or with the end of a sentence in it. */
function isSentence(name: string): boolean {
  return hasMoreBlanks(name) && isPhrase(name) && name.split(/\s+/).length > 3
}

/** Whether a name has more than two blanks, so that it may have more than three words. */
function hasMoreBlanks(name: string): boolean {
  return /\s\S+\s\S+\s/.test(name)
}

function isFullName(name: string): boolean {
  const parts = name.split(/\s+/)
  return isUsualName(name) && parts.length >= 2 && parts.length <= 3
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const each of numbers) total += each
  return total
}
