import type { AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'

/** What one part of a request came to. */
export interface OpeningOutcome {
  readonly opened: boolean
  readonly problems: readonly Problem[]
}

export const nothingOpened: OpeningOutcome = { opened: false, problems: [] }

/** Something new is looked at from where it is heard, unless the listener has turned following off. */
export function followAgain(store: AppStore) {
  const { follow, followChanged } = store.getState()
  if (follow === 'suspended') followChanged('following')
}
