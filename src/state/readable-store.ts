/** A store that can be read and listened to; only its actions, which report facts, change it. */
export interface ReadableStore<State> {
  getState(): State
  getInitialState(): State
  subscribe(listener: (state: State, before: State) => void): () => void
  subscribe<Part>(
    select: (state: State) => Part,
    listener: (part: Part, before: Part) => void,
    options?: { fireImmediately?: boolean; equalityFn?: (a: Part, b: Part) => boolean },
  ): () => void
}

/** A state without its actions. */
export type Facts<State> = {
  [
    Name in keyof State as State[Name] extends (...args: never[]) => unknown ? never : Name
  ]: State[Name]
}

/** A store as views have it: `getState()` gives no actions, and commands accept the store all the same. */
export type StoreOfFacts<Store extends { getState(): unknown }> = ReadableStore<
  Facts<ReturnType<Store['getState']>>
> &
  Store
