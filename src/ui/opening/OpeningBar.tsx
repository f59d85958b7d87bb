import { useApp, useFact } from '#ui/kit/app-context.ts'

/** A progress bar while something loads, with a button that stops it; when the page starts, after a second. */
export function OpeningBar() {
  const { opener } = useApp()
  const opening = useFact((state) => state.opening)
  const isFirstScreenShown = useFact((state) => state.isFirstScreenShown)
  // What opens at once needs no bar, which would move the page.
  if (opening.status === 'idle' || !isFirstScreenShown) return null
  return (
    <div className="opening-bar">
      <progress
        aria-label={`Opening ${opening.name}`}
        {...(opening.progress === null ? {} : { value: opening.progress })}
      />
      <span className="opening-name">
        Opening <bdi>{opening.name}</bdi>
        {opening.waitMs === undefined
          ? null
          : `: its server is busy, next try in ${Math.ceil(opening.waitMs / 1000)} s`}
      </span>
      <button type="button" className="kit-button" onClick={() => opener.cancel()}>
        Cancel
      </button>
    </div>
  )
}
