import { createSearchIndex } from '#transcript/search.ts'
import type { Hit, SearchIndex } from '#transcript/search.ts'
import type { Line } from '#transcript/line.ts'
import { wordAtOffset } from '#transcript/line.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommands, hasLines } from './command.ts'
import { currentLine, lines, seekTo, suspendFollowing } from './moving.ts'

export const searchingCommands = defineCommands([
  {
    id: 'search',
    label: 'Search',
    help: 'Search the transcript',
    group: 'Search',
    keys: [{ key: '/', on: 'anywhere' }],
    isPossible: hasLines,
    run: (context) => {
      suspendFollowing(context)
      context.store.getState().searchOpened()
      context.uiRequests.send('focus-search')
    },
  },
  {
    id: 'next-hit',
    label: 'Next match',
    help: 'Show the next match; the sound stays',
    group: 'Search',
    keys: [{ key: 'Enter', on: 'search' }],
    repeats: true,
    run: (context) => stepHit(context, 1),
  },
  {
    id: 'previous-hit',
    label: 'Previous match',
    help: 'Show the previous match; the sound stays',
    group: 'Search',
    keys: [{ key: 'Shift+Enter', on: 'search' }],
    repeats: true,
    run: (context) => stepHit(context, -1),
  },
  {
    id: 'to-results',
    label: 'Go to match',
    help: 'Move the focus to the line of the match',
    group: 'Search',
    keys: [{ key: 'ArrowDown', on: 'search' }],
    run: ({ store, uiRequests }) => {
      const { hits, at } = store.getState().search
      const hit = hits[at ?? 0]
      if (hit) uiRequests.send('focus-line', { line: hit.line })
    },
  },
  {
    id: 'close-search',
    label: 'Close search',
    help: 'Clear the search and close it',
    group: 'Search',
    keys: [{ key: 'Escape', on: 'search' }],
    run: ({ store }) => store.getState().searchClosed(),
  },
])

const indexes = new WeakMap<readonly Line[], SearchIndex>()

function indexOf(lines: readonly Line[]): SearchIndex {
  const index = indexes.get(lines) ?? createSearchIndex(lines)
  indexes.set(lines, index)
  return index
}

/** Finds the query everywhere and looks at the first match from the current line on. */
export function search(context: CommandContext, query: string) {
  const { searched, statusAnnounced } = context.store.getState()
  const hits = indexOf(lines(context)).find(query)
  const here = currentLine(context) ?? 0
  const firstFromHere = hits.findIndex(({ line }) => line >= here)
  const at = hits.length === 0 ? null : Math.max(0, firstFromHere)
  searched(query, hits, at)
  if (query.trim() !== '') statusAnnounced(countHits(hits.length))
  if (at !== null) context.uiRequests.send('show-line', { line: hits[at]!.line })
}

export const countHits = (count: number) =>
  count === 0 ? 'No matches' : count === 1 ? '1 match' : `${count.toLocaleString('en')} matches`

function stepHit(context: CommandContext, direction: -1 | 1) {
  const { search, hitReached, statusAnnounced } = context.store.getState()
  const { hits } = search
  if (hits.length === 0) return
  const at = ((search.at ?? 0) + direction + hits.length) % hits.length
  hitReached(at)
  statusAnnounced(`Match ${at + 1} of ${hits.length}`)
  context.uiRequests.send('show-line', { line: hits[at]!.line })
}

/** Goes to where a match is spoken. */
export function seekToHit(context: CommandContext, hit: Hit) {
  const line = lines(context)[hit.line]
  if (!line) return
  const word = wordAtOffset(line, hit.from)
  const start = word === null ? line.start : line.words[word]!.start
  if (start === null)
    context.store.getState().statusAnnounced('This line has no time in the transcript.')
  else seekTo(context, start)
}
