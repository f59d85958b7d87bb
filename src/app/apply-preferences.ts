import type { Preferences } from '#state/app-state.ts'
import type { AppStore } from '#state/store.ts'

/** Applies the preferences, now and when they change. */
export function applyPreferences(store: AppStore, root: HTMLElement, signal: AbortSignal) {
  const apply = (preferences: Preferences) => applyLook(preferences, root)
  signal.addEventListener(
    'abort',
    store.subscribe(({ preferences }) => preferences, apply),
  )
  signal.addEventListener(
    'abort',
    store.subscribe(
      ({ preferences }) => preferences.grouping,
      (grouping) => store.getState().groupingChanged(grouping),
    ),
  )
  apply(store.getState().preferences)
}

/** Writes the preferences of appearance to the root element, where the style sheets read them. */
export function applyLook({ theme, textSize, lineSpacing }: Preferences, root: HTMLElement) {
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  root.style.setProperty('--text-size', String(textSize))
  root.style.setProperty('--line-spacing', String(lineSpacing))
}
