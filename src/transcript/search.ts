import type { Line } from './line.ts'

/** Where a search found something: UTF-16 offsets into a line's text, half open. */
export interface Hit {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Text made comparable, with the place in the original of each of its characters. */
interface Folded {
  readonly text: string
  /** One more entry than `text` has characters: the last is the original's length. */
  readonly places: Uint32Array
}

export interface SearchIndex {
  /** Every place where the query stands, in reading order. Case, accents and spacing do not matter. */
  find(query: string): Hit[]
}

/** Zero-width spaces and joiners, soft hyphens and direction marks: invisible, and absent from typed queries. */
const invisible = /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const combiningMark = /\p{Mn}/u

/** Folds each line once, when first asked. */
export function createSearchIndex(lines: readonly Line[]): SearchIndex {
  let folded: Folded[] | null = null
  return {
    find(query) {
      const wanted = foldText(query).text.trim()
      if (wanted === '') return []
      folded ??= lines.map((line) => foldText(line.text))
      const hits: Hit[] = []
      folded.forEach(({ text, places }, line) => {
        let at = text.indexOf(wanted)
        while (at !== -1) {
          const end = at + wanted.length
          hits.push({ line, from: places[at]!, to: places[end]! })
          at = text.indexOf(wanted, end)
        }
      })
      return hits
    },
  }
}

const plainAscii = /^[\x20-\x7E]*$/

/** Case and accents away (NFKD without marks), curly quotes straight, white space single. */
function foldText(original: string): Folded {
  if (plainAscii.test(original) && !original.includes('  ')) {
    return { text: original.toLowerCase(), places: everyPlace(original.length) }
  }
  let text = ''
  const places: number[] = []
  let offset = 0
  for (const character of original) {
    const folded = foldCharacter(character)
    const isRepeatedSpace = folded === ' ' && text.endsWith(' ')
    if (!isRepeatedSpace) {
      text += folded
      for (let i = 0; i < folded.length; i++) places.push(offset)
    }
    offset += character.length
  }
  places.push(offset)
  return { text, places: Uint32Array.from(places) }
}

function foldCharacter(character: string): string {
  if (invisible.test(character)) return ''
  if (/\s/u.test(character)) return ' '
  if (/[‘’ʼ]/u.test(character)) return "'"
  if (/[“”«»]/u.test(character)) return '"'
  let plain = ''
  for (const part of character.normalize('NFKD')) if (!combiningMark.test(part)) plain += part
  return plain.toLowerCase()
}

const everyPlace = (length: number) => Uint32Array.from({ length: length + 1 }, (_, at) => at)
