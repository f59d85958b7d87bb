import type { StoreOfFacts } from './readable-store.ts'
import type { AppFacts, AppStore } from './store.ts'

type FactsOnly = StoreOfFacts<AppStore>

/** Resolves when the first screen is shown: work and code that it does not need wait for this. */
export const whenFirstScreenShown = (store: FactsOnly): Promise<void> =>
  whenTrue(store, ({ isFirstScreenShown }) => isFirstScreenShown)

/** Resolves when there are lines of a text to be drawn. */
export const whenTextIsThere = (store: FactsOnly): Promise<void> =>
  whenTrue(store, ({ document }) => document.status !== 'none')

function whenTrue(store: FactsOnly, is: (facts: AppFacts) => boolean): Promise<void> {
  if (is(store.getState())) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = store.subscribe(is, () => {
      stop()
      resolve()
    })
  })
}
