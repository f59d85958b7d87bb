/** Values of one kind, by name; the name begins with the fingerprint of the recording. Nothing here rejects. */
export interface EntryStore<Value> {
  /** Counts as a use of the entry. */
  read(name: string): Promise<Value | null>
  /** `false` where there was no room for it. */
  write(name: string, value: Value): Promise<boolean>
}

/** Reads and writes nothing while storing is not allowed. */
export const entriesWhileAllowed = <Value>(
  entries: EntryStore<Value>,
  isAllowed: () => boolean,
): EntryStore<Value> => ({
  read: (name) => (isAllowed() ? entries.read(name) : Promise.resolve(null)),
  write: (name, value) => (isAllowed() ? entries.write(name, value) : Promise.resolve(false)),
})
