import { isRecord } from '../json/values.ts'
import { guessKeys, type GuessedKeys } from './guess-keys.ts'
import { meanLength } from './guess-text.ts'
import { nodesAt, outlineOf, type JsonPlace } from './outline.ts'
import type { FoundList } from './read-list.ts'

/** A list that looks like a transcript, and the key of its texts, for messages. */
export interface GuessedList extends FoundList {
  /** `sentences[].text` */
  readonly name: string
}

interface Candidate {
  readonly place: JsonPlace
  readonly keys: GuessedKeys
}

/**
 * Finds the list of texts with times that holds most of a document's text, anywhere in it, by the names and values of
 * its keys; `null` if there is none. With the list of segments comes that of their words.
 */
export function guessList(root: unknown): GuessedList | null {
  const candidates = candidatesIn(root)
  const [first, ...others] = candidates
    .map((candidate) => ({ ...candidate, letters: lettersOf(root, candidate) }))
    .sort((a, b) => b.letters - a.letters)
  if (first === undefined) return null
  // the words of segments may have as many letters as the segments themselves
  const near = others.filter(({ letters }) => letters > first.letters * 0.6)
  const outer = near.find(
    ({ place, keys }) => isInside(first.place, place) && !areWords(keys) && !isOfFirst(keys),
  )
  const segments = outer ?? first
  const inner = [first, ...others].find(
    ({ place }) => place !== segments.place && isInside(place, segments.place),
  )
  return describe(segments, inner)
}

/** Whether a document has a list that looks like a transcript. Examines only the beginnings of lists. */
export function hasGuessableList(root: unknown): boolean {
  return candidatesIn(root).length > 0
}

function candidatesIn(root: unknown): Candidate[] {
  return outlineOf(root).flatMap((place) => {
    if (place.steps.at(-1) !== '[]') return []
    const keys = guessKeys(place.samples)
    if (keys === null) return []
    const isEnough =
      place.samples.length > 1 || (keys.end.length + keys.duration.length > 0 && !areWords(keys))
    return isEnough ? [{ place, keys }] : []
  })
}

function lettersOf(root: unknown, { place, keys }: Candidate): number {
  // the list itself holds more than its first elements
  const share = isOfFirst(keys) ? 0.5 : 1
  return nodesAt(root, place.steps).length * meanLength(keys.texts) * share
}

function isInside(inner: JsonPlace, outer: JsonPlace): boolean {
  return inner !== outer && inner.name.startsWith(`${outer.name}.`)
}

/** Whether the texts are those of the first elements of inner lists. */
function isOfFirst({ text }: GuessedKeys): boolean {
  return text.some((path) => path.includes('.0.'))
}

/** Whether most texts are single words. */
function areWords({ texts }: GuessedKeys): boolean {
  return texts.filter((text) => !/\S\s+\S/.test(text)).length > texts.length * 0.8
}

function describe(segments: Candidate, inner: Candidate | undefined): GuessedList {
  const { place, keys } = segments
  const name = `${place.name}.${keys.text[0]}`.replace(/^\./, '')
  const at = inner?.place.steps.slice(place.steps.length, -1)
  const isNested = at !== undefined && at.length > 0 && !at.includes('[]')
  const turn = areWords(keys) ? turnsAround(place) : null
  if (turn !== null) {
    // words in turns that have no text of their own
    return {
      name,
      steps: turn.steps,
      layout: {
        holds: 'segments',
        keys: { text: [], start: [], speaker: keys.speaker },
        words: { at: [turn.at], keys },
        ...unitIn(keys),
      },
    }
  }
  return {
    name,
    steps: place.steps,
    layout: {
      holds: areWords(keys) ? 'words' : 'segments',
      keys,
      ...(isNested && inner !== undefined
        ? { words: { at: [at.join('.')], keys: inner.keys, ...unitIn(inner.keys) } }
        : {}),
      ...unitIn(keys),
    },
  }
}

/** The list of turns around a list of words, if each turn is an object. */
function turnsAround(place: JsonPlace): { steps: readonly string[]; at: string } | null {
  const outer = place.steps.slice(0, -1)
  const last = outer.lastIndexOf('[]')
  const at = outer.slice(last + 1)
  if (last === -1 || at.length === 0) return null
  const owner = place.samples[0]?.parent?.parent
  return isRecord(owner?.value) ? { steps: outer.slice(0, last + 1), at: at.join('.') } : null
}

function unitIn({ unitsPerSecond }: GuessedKeys): { unitsPerSecond?: number } {
  return unitsPerSecond === null ? {} : { unitsPerSecond }
}
