import { describe, expect, test } from 'vitest'
import { searchedAgain } from '#state/search-slice.ts'
import { createAppStore } from '#state/store.ts'
import { toLines } from '#transcript/lines.ts'
import { createSearchIndex } from '#transcript/search.ts'
import { segment, transcript } from '../../support/transcripts.ts'

const hits = [
  { line: 0, from: 0, to: 4 },
  { line: 2, from: 5, to: 9 },
]

describe('the search', () => {
  test('opens without a query, and keeps its query when it is opened again', () => {
    const store = createAppStore()
    store.getState().searchOpened()
    expect(store.getState().search).toEqual({ isOpen: true, query: '', hits: [], at: null })
    store.getState().searched('city', hits, 0)
    store.getState().searchOpened()
    expect(store.getState().search).toEqual({ isOpen: true, query: 'city', hits, at: 0 })
  })

  test('moves to another match without searching again', () => {
    const store = createAppStore()
    store.getState().searched('city', hits, 0)
    store.getState().hitReached(1)
    expect(store.getState().search).toMatchObject({ query: 'city', at: 1 })
    expect(store.getState().search.hits).toBe(hits)
  })

  test('that is closed marks nothing more', () => {
    const store = createAppStore()
    store.getState().searchOpened()
    store.getState().searched('city', hits, 1)
    store.getState().searchClosed()
    expect(store.getState().search).toEqual({ isOpen: false, query: '', hits: [], at: null })
  })
})

describe('the search in a text that is divided in other lines', () => {
  const read = transcript([
    segment('The city sleeps.', 0, 1),
    segment('A city wakes.', 1, 2),
    segment('No city stays.', 2, 3),
  ])
  const [before, lines] = [toLines(read, 'segments'), toLines(read, 'paragraphs')]
  const searchFor = (query: string, at: number | null) => ({
    isOpen: true,
    query,
    hits: createSearchIndex(before).find(query),
    at,
  })

  test.each([0, 1, 2])('stays at match %i', (at) => {
    expect(lines).toHaveLength(1)
    const search = searchedAgain(searchFor('city', at), { before, lines })
    const looked = search.hits[search.at!]!
    expect(search.at).toBe(at)
    expect(lines[0]!.text.slice(looked.from, looked.to)).toBe('city')
  })

  test('has matches, and none that is looked at, if there was none before', () => {
    const search = searchedAgain(searchFor('city', null), { before, lines })
    expect([search.hits.length, search.at]).toEqual([3, null])
  })

  test('goes to the last match if those after it are gone', () => {
    const fewer = toLines(transcript(read.segments.slice(0, 2)), 'segments')
    expect(searchedAgain(searchFor('city', 2), { before, lines: fewer }).at).toBe(1)
  })

  test('is nowhere if no match is left', () => {
    const search = searchedAgain(searchFor('stays', 0), { before, lines: before.slice(0, 2) })
    expect(search).toMatchObject({ query: 'stays', hits: [], at: null })
  })
})
