import { isNameLike } from '#transcript/conventions/name-like.ts'
import { soundWords } from '#transcript/conventions/sound-words.ts'
import { findLabels, type Labels } from './find-labels.ts'
import type { LabelChoice } from './label-choice.ts'
import { labelIn, type SpeakerLabel } from './speaker-label.ts'

/** Recognises speaker names at the beginning of turns, as transcripts and plays write them. */
export interface TurnNames {
  readonly isEmpty: boolean
  /** The name at the beginning of a paragraph and its length in characters; `null` if there is none. */
  prefixOf(paragraph: string): SpeakerLabel | null
  /** Whether a line consists of a name only. */
  standsAlone(line: string): boolean
}

/** Removes a stage direction from a name: `Ada (laughing)`. */
export function withoutDirection(name: string): string {
  return /^(.+?)\s*[([]\p{Ll}[^()[\]]*[)\]]$/u.exec(name)?.[1] ?? name
}

type Shape = 'letter' | 'period' | 'bracket' | 'dash' | 'alone'

/**
 * Finds the speaker names in the lines of a text, in the one notation it uses: `Ada:`, also with `Q.` and `A.`
 * (hearings) or `HAMLET.` (plays); else `[Ada]` and `<Ada>`; else `Ada — `; else a name on a line of its own. A name
 * must recur, be clearly a name, or be in `introduced`, unless the listener has chosen otherwise.
 */
export function findTurnNames(
  lines: readonly string[],
  choice: LabelChoice,
  introduced: ReadonlySet<string> = new Set(),
): TurnNames {
  if (choice === 'none') return noNames
  const labels = labelsIn(lines, { known: introduced, choice })
  const letters = repeated(lines, 'letter')
  const isHearing = letters.has('Q') && letters.has('A')
  const periods = repeated(lines, 'period')
  const shapes = new Map<Shape, ReadonlySet<string>>()
  if (isHearing) shapes.set('letter', new Set(['Q', 'A']))
  if (periods.size >= (!labels.isEmpty || isHearing ? 1 : 2)) shapes.set('period', periods)
  if (labels.isEmpty && shapes.size === 0) {
    for (const shape of ['bracket', 'dash', 'alone'] as const) {
      const names = repeated(lines, shape)
      if (names.size < 2 || (shape === 'alone' && !areTurns(lines, names))) continue
      shapes.set(shape, names)
      break
    }
  } else {
    const alone = [...repeated(lines, 'alone')].filter((name) => labels.has(name))
    if (alone.length > 0) shapes.set('alone', new Set(alone))
  }
  return {
    isEmpty: labels.isEmpty && shapes.size === 0,
    prefixOf(paragraph) {
      const label = labels.labelOf(paragraph) ?? directedLabel(paragraph, labels)
      if (label !== null) return label
      for (const [shape, names] of shapes) {
        const found = prefixIn[shape](paragraph)
        if (found !== null && names.has(found.name)) return found
      }
      return null
    },
    standsAlone(line) {
      const names = shapes.get('alone')
      if (names !== undefined && names.has(prefixIn.alone(`${line}\n`)?.name ?? '')) return true
      return mayEndLabel.test(line) && labelAlone(line, labels)
    },
  }
}

const noNames: TurnNames = { isEmpty: true, prefixOf: () => null, standsAlone: () => false }

/** The labels of all lines; where only the first lines of paragraphs have one, the labels of those. */
function labelsIn(
  lines: readonly string[],
  options: { readonly known: ReadonlySet<string>; readonly choice: LabelChoice },
): Labels {
  const said = lines.map((line, at) =>
    /[:：]\**$/.test(line) ? `${line} ${lines[at + 1] || '…'}` : line,
  )
  const labels = findLabels(said, { isProse: true, ...options })
  if (labels.areEverywhere) return labels
  const firsts = said.filter((line, at) => line !== '' && (lines[at - 1] ?? '') === '')
  if (firsts.length < 3) return labels
  const ofFirsts = findLabels(firsts, { isProse: true, ...options })
  return ofFirsts.areEverywhere ? ofFirsts : labels
}

/** `Ada (laughing): ` where `Ada: ` is a label. */
function directedLabel(paragraph: string, labels: Labels): SpeakerLabel | null {
  const label = labelIn(paragraph, 'colon')
  return label !== null && labels.has(withoutDirection(label.name)) ? label : null
}

const mayEndLabel = /[:：\])>】］][*_]*\s*$/

/** Whether a line is a label with nothing behind its colon. */
function labelAlone(line: string, labels: Labels): boolean {
  const label = labels.labelOf(`${line} …`)
  return label !== null && label.length > line.trimEnd().length
}

const prefixIn: Readonly<Record<Shape, (text: string) => SpeakerLabel | null>> = {
  letter: (text) => match(text, /^\s*([QA])(?:[.:]\s*|\s{2,})/),
  // in `MR. SMITH.` and `KING JOHN.`, the name ends at the last period
  period: (text) =>
    match(
      text,
      /^\s*((?!BY\s)(?:(?:MRS?|MS|DR|ST|REV|HON|PROF|SGT|LT|GEN|COL|\p{Lu})\.\s?)*\p{Lu}[\p{Lu}'’-]+(?:\s\p{Lu}[\p{Lu}'’-]+){0,3})\.(?:\s+|$)/u,
    ),
  bracket: (text) =>
    match(text, /^\s*\[([^[\]\n]{1,60})\]:?\s*/) ?? match(text, /^\s*<([^<>\n]{1,60})>:?\s*/),
  dash: (text) => match(text, /^\s*([^\n:–—-]{1,40}?)\s?(?:[–—]|--|-(?=\s))\s*/),
  alone: (text) =>
    match(text, /^\s*(?:\*\*)?([^\n:*]{1,60}?)(?<![.,])[^\S\n]*:?(?:\*\*)?:?[^\S\n]*\n\s*/),
}

function match(text: string, shape: RegExp): SpeakerLabel | null {
  const found = shape.exec(text.length > 400 ? text.slice(0, 400) : text)
  if (found === null) return null
  const name = found[1]!.trim()
  return isNameLike(name) && !soundWords.has(name.toLowerCase())
    ? { name, length: found[0].length }
    : null
}

/** A name alone on a line, with signs of emphasis and blanks. */
const longestLineAlone = 100

/** The names that occur more than once in a notation. */
function repeated(lines: readonly string[], shape: Shape): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    if (
      line === '' ||
      (shape === 'alone' && (line.length > longestLineAlone || /:[^*]/.test(line)))
    ) {
      continue
    }
    const name = prefixIn[shape](shape === 'alone' ? `${line}\n` : line)?.name
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name))
}

/** Whether names alone on lines mark turns: most are followed by text, and few lines come before each. */
function areTurns(lines: readonly string[], names: ReadonlySet<string>): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const isName = written.map((line) => names.has(prefixIn.alone(`${line}\n`)?.name ?? ''))
  const count = isName.filter(Boolean).length
  const spoken = isName.filter((is, index) => is && isName[index + 1] === false).length
  return spoken >= count * 0.9 && count * 20 >= written.length
}
