import { useApp, useFact } from '#ui/kit/app-context.ts'

/** A thin line while something loads, and a way to stop it. */
export function OpeningBar() {
  const { opener } = useApp()
  const opening = useFact((state) => state.opening)
  if (opening.status === 'idle') return <div className="opening-bar" />
  return (
    <div className="opening-bar" data-busy="true">
      <progress
        aria-label={`Opening ${opening.name}`}
        {...(opening.progress === null ? {} : { value: opening.progress })}
      />
      <span className="opening-name">
        Opening <bdi>{opening.name}</bdi>
      </span>
      <button type="button" className="button" onClick={() => opener.cancel()}>
        Cancel
      </button>
    </div>
  )
}
