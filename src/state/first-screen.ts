import type { StoreOfFacts } from './readable-store.ts'
import type { AppFacts, AppStore } from './store.ts'

type FactsOnly = StoreOfFacts<AppStore>

/** Whether work and code may come that the first screen and the first sound do not need. */
export const mayLoadRest = ({ isFirstScreenShown, isFirstSoundAwaited }: AppFacts) =>
  isFirstScreenShown && !isFirstSoundAwaited

/** Resolves when the first screen is shown and no first sound is awaited: what they do not need waits for this. */
export const whenFirstScreenShown = (store: FactsOnly): Promise<void> =>
  whenTrue(store, mayLoadRest)

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
