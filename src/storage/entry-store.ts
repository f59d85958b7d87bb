/** Values of one kind, by the name of the recording they were found out about. Nothing here rejects. */
export interface EntryStore<Value> {
  /** To read one is to use it. */
  read(name: string): Promise<Value | null>
  /** `false` where there was no room for it. */
  write(name: string, value: Value): Promise<boolean>
}

/** Keeps nothing, and knows nothing, while it is not wanted. */
export const entriesWhileAllowed = <Value>(
  kept: EntryStore<Value>,
  isWanted: () => boolean,
): EntryStore<Value> => ({
  read: (name) => (isWanted() ? kept.read(name) : Promise.resolve(null)),
  write: (name, value) => (isWanted() ? kept.write(name, value) : Promise.resolve(false)),
})
