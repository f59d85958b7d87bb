import type { Search } from '#state/app-state.ts'
import type { AppStore } from '#state/store.ts'
import { createHighlight } from './highlight.ts'
import type { LinePage } from './line-page.ts'

/** Painting more hits would take longer than a frame. All are counted. */
const mostPainted = 3000

/** Highlights the search hits and the current match. */
export function paintHits(store: AppStore, page: LinePage, signal: AbortSignal) {
  const all = createHighlight('search-hit', 0, signal)
  const lookedAt = createHighlight('search-hit-looked-at', 1, signal)
  let painted: Search['hits'] | null = null

  function paint({ hits, at }: Search) {
    if (hits !== painted) {
      const first = Math.max(0, Math.min((at ?? 0) - mostPainted / 2, hits.length - mostPainted))
      all.show(hits.slice(first, first + mostPainted).map((hit) => page.range(hit.line, hit)))
      painted = hits
    }
    const hit = at === null ? undefined : hits[at]
    lookedAt.show(hit ? [page.range(hit.line, hit)] : [])
  }

  signal.addEventListener(
    'abort',
    store.subscribe(({ search }) => search, paint),
  )
  paint(store.getState().search)
}
