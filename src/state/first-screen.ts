import type { StoreOfFacts } from './readable-store.ts'
import type { AppStore } from './store.ts'

/** Resolves when the first screen is shown: work and code that it does not need wait for this. */
export function whenFirstScreenShown(store: StoreOfFacts<AppStore>): Promise<void> {
  if (store.getState().isFirstScreenShown) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = store.subscribe(
      ({ isFirstScreenShown }) => isFirstScreenShown,
      () => {
        stop()
        resolve()
      },
    )
  })
}
