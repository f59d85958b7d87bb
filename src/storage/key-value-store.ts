/** Small values, stored in the browser. Never throws: a full, forbidden or damaged store counts as empty. */
export interface KeyValueStore {
  read(name: string): unknown
  write(name: string, value: unknown): void
  remove(name: string): void
}

const prefix = 'earshot.'

/** Stores values as JSON in a Storage, or in memory if that is forbidden or full. */
export function createKeyValueStore(open: () => Storage): KeyValueStore {
  const memory = new Map<string, unknown>()
  let storage: Storage | null = null
  try {
    storage = open()
  } catch {
    // Site data is blocked: values last as long as the page.
  }
  return {
    read(name) {
      if (memory.has(name)) return memory.get(name)
      try {
        return JSON.parse(storage?.getItem(prefix + name) ?? 'null')
      } catch {
        return null
      }
    },
    write(name, value) {
      try {
        if (!storage) throw new Error('no storage')
        storage.setItem(prefix + name, JSON.stringify(value))
        memory.delete(name)
      } catch {
        memory.set(name, value)
      }
    },
    remove(name) {
      memory.delete(name)
      try {
        storage?.removeItem(prefix + name)
      } catch {
        // Site data was blocked meanwhile; nothing can be read either.
      }
    },
  }
}
