/** What a command may want a view to do once, where the store's facts are not enough. */
export interface WishKinds {
  'focus-line': { line: number }
  /** Brings a line into view without moving focus. */
  'show-line': { line: number }
  /** The listener says that a line starts now, and there is none but the first one they see. */
  'anchor-line-in-view': void
  'focus-play': void
  'focus-search': void
  'pick-files': void
  'copy-quote': void
}

type Kind = keyof WishKinds
type Grant<K extends Kind> = (wish: WishKinds[K]) => void

export interface Wishes {
  make<K extends Kind>(kind: K, ...wish: WishKinds[K] extends void ? [] : [WishKinds[K]]): void
  on<K extends Kind>(kind: K, grant: Grant<K>, signal: AbortSignal): void
}

export function createWishes(): Wishes {
  const grants = new Map<Kind, Set<Grant<never>>>()
  return {
    make(kind, ...[wish]) {
      for (const grant of grants.get(kind) ?? []) grant(wish as never)
    },
    on(kind, grant, signal) {
      const listeners = grants.get(kind) ?? new Set()
      grants.set(kind, listeners)
      listeners.add(grant)
      signal.addEventListener('abort', () => listeners.delete(grant))
    },
  }
}
