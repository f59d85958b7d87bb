import type { AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'

/** The outcome of one part of a request. */
export interface OpeningOutcome {
  readonly opened: boolean
  readonly problems: readonly Problem[]
}

export const nothingOpened: OpeningOutcome = { opened: false, problems: [] }

/** A new recording or transcript is followed again, unless the listener has turned following off. */
export function followAgain(store: AppStore) {
  const { follow, followChanged } = store.getState()
  if (follow === 'suspended') followChanged('following')
}
