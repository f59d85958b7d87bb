import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { countHits, search, seekToHit } from '#commands/searching.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import './search.css'

export function SearchBar() {
  const app = useApp()
  const { isOpen, query, hits, at } = useFact((state) => state.search)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const mounted = new AbortController()
    const focus = () => {
      field.current?.focus()
      field.current?.select()
    }
    app.uiRequests.on('focus-search', focus, mounted.signal)
    if (!isOpen) return () => mounted.abort()
    const before = document.activeElement
    // What was typed before the field was there stays in front of the caret.
    field.current?.focus()
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(end, end)
    return () => {
      mounted.abort()
      if (before instanceof HTMLElement && before !== document.body) before.focus()
    }
  }, [app, isOpen])

  if (!isOpen) return null
  const hit = at === null ? undefined : hits[at]
  return (
    <search className="search-bar">
      <input
        ref={field}
        type="text"
        className="search-field"
        aria-label="Search the transcript"
        placeholder="Search the transcript"
        data-keys="search"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => search(app, event.target.value)}
      />
      <span className="search-count">
        {query.trim() === '' ? '' : hit ? `${(at ?? 0) + 1} of ${hits.length}` : countHits(0)}
      </span>
      <CommandButton command="previous-hit" icon={ChevronUp} />
      <CommandButton command="next-hit" icon={ChevronDown} />
      <button
        type="button"
        className="kit-button"
        disabled={!hit}
        onClick={() => hit && seekToHit(app, hit)}
      >
        Go there
      </button>
      <CommandButton command="close-search" icon={X} />
    </search>
  )
}
