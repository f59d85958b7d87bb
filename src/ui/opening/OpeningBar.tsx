import { useApp, useFact } from '#ui/kit/app-context.ts'

/** A progress bar while something loads, with a button that stops it. */
export function OpeningBar() {
  const { opener } = useApp()
  const opening = useFact((state) => state.opening)
  if (opening.status === 'idle') return null
  return (
    <div className="opening-bar">
      <progress
        aria-label={`Opening ${opening.name}`}
        {...(opening.progress === null ? {} : { value: opening.progress })}
      />
      <span className="opening-name">
        Opening <bdi>{opening.name}</bdi>
      </span>
      <button type="button" className="kit-button" onClick={() => opener.cancel()}>
        Cancel
      </button>
    </div>
  )
}
