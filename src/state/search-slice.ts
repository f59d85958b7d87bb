import type { Line } from '#transcript/line.ts'
import { createSearchIndex } from '#transcript/search.ts'
import type { Hit } from '#transcript/search.ts'
import type { Search } from './app-state.ts'
import type { SliceCreator } from './slice-creator.ts'

export const emptySearch: Search = { isOpen: false, query: '', hits: [], at: null }

/** Repeats the search after the same text was divided into other lines; the current hit stays at its place in the text. */
export function searchedAgain(
  search: Search,
  { before, lines }: { before: readonly Line[]; lines: readonly Line[] },
): Search {
  if (search.hits.length === 0) return search
  const hits = createSearchIndex(lines).find(search.query)
  const looked = search.at === null ? undefined : search.hits[search.at]
  if (!looked) return { ...search, hits }
  const place = placeOf(looked, before)
  const at = firstFrom(hits, lines, place)
  return { ...search, hits, at: hits.length === 0 ? null : Math.min(at, hits.length - 1) }
}

/** Counts the letters before a hit; white space does not count, because lines are divided there. */
const placeOf = ({ line, from }: Hit, lines: readonly Line[]) =>
  lines.slice(0, line).reduce((sum, { text }) => sum + lettersOf(text), 0) +
  lettersOf(lines[line]!.text.slice(0, from))

const lettersOf = (text: string) => text.replace(/\s+/g, '').length

/** How many hits are before the place. */
function firstFrom(hits: readonly Hit[], lines: readonly Line[], place: number): number {
  let before = 0
  let line = 0
  return hits.filter((hit) => {
    for (; line < hit.line; line++) before += lettersOf(lines[line]!.text)
    return before + lettersOf(lines[line]!.text.slice(0, hit.from)) < place
  }).length
}

export interface SearchSlice {
  readonly search: Search

  searchOpened(): void
  searchClosed(): void
  searched(query: string, hits: readonly Hit[], at: number | null): void
  hitReached(at: number): void
}

export const createSearchSlice: SliceCreator<SearchSlice> = (set) => ({
  search: emptySearch,

  searchOpened: () => set(({ search }) => ({ search: { ...search, isOpen: true } })),
  searchClosed: () => set({ search: emptySearch }),
  searched: (query, hits, at) => set(({ search }) => ({ search: { ...search, query, hits, at } })),
  hitReached: (at) => set(({ search }) => ({ search: { ...search, at } })),
})
