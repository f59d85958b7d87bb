import type { Hit } from '#transcript/search.ts'
import type { Search } from './app-state.ts'
import type { Slice } from './store.ts'

export const emptySearch: Search = { isOpen: false, query: '', hits: [], at: null }

export interface SearchSlice {
  readonly search: Search

  searchOpened(): void
  searchClosed(): void
  searched(query: string, hits: readonly Hit[], at: number | null): void
  hitReached(at: number): void
}

export const createSearchSlice: Slice<SearchSlice> = (set) => ({
  search: emptySearch,

  searchOpened: () => set(({ search }) => ({ search: { ...search, isOpen: true } })),
  searchClosed: () => set({ search: emptySearch }),
  searched: (query, hits, at) => set(({ search }) => ({ search: { ...search, query, hits, at } })),
  hitReached: (at) => set(({ search }) => ({ search: { ...search, at } })),
})
