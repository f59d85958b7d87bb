import { useEffect, useSyncExternalStore } from 'react'
import { missingParts } from '#ui/kit/missing-parts.ts'

/** Names the parts of the page whose code could not be had; they are asked for again at a click, or with the network. */
export function MissingParts() {
  const names = useSyncExternalStore(missingParts.subscribe, missingParts.list, missingParts.list)
  useEffect(() => {
    window.addEventListener('online', missingParts.showAgain)
    return () => window.removeEventListener('online', missingParts.showAgain)
  }, [])
  if (names.length === 0) return null
  return (
    <div className="notices-alert">
      <p>
        Parts of this page could not be loaded: {names.join(', ')}. Check the connection. Sound and
        text go on without them.
      </p>
      <button
        type="button"
        className="kit-button kit-button-outlined"
        onClick={missingParts.showAgain}
      >
        Load them again
      </button>
    </div>
  )
}
