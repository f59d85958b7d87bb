/** A small value kept in the browser. Never throws: a full, forbidden or garbled store is as good as none. */
export interface KeyValueStore {
  read(name: string): unknown
  write(name: string, value: unknown): void
}

const prefix = 'earshot.'

/** Keeps values as JSON in a Storage; in memory where the browser forbids one or has no room left. */
export function createKeyValueStore(open: () => Storage): KeyValueStore {
  const memory = new Map<string, unknown>()
  let storage: Storage | null = null
  try {
    storage = open()
  } catch {
    // Cookies and site data are blocked: the settings last as long as the page.
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
  }
}
