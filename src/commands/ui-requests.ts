/** One-shot events from commands to views, where a fact of the store is not enough: move the focus, scroll. */
export interface UiRequestPayloads {
  'focus-line': { line: number }
  /** Scrolls a line into view, and marks it where it is to be looked at; the focus stays. */
  'show-line': { line: number; isMarked?: true }
  /** The first line in view starts at the playhead: no line is focused or current. */
  'anchor-line-in-view': void
  'focus-play': void
  'focus-search': void
  'pick-files': void
  'copy-quote': void
}

type Kind = keyof UiRequestPayloads
type Payload<K extends Kind> = UiRequestPayloads[K] extends void ? [] : [UiRequestPayloads[K]]

export interface UiRequests {
  /** Calls every view that handles this kind, in the order in which they were added. */
  send<K extends Kind>(kind: K, ...payload: Payload<K>): void
  on<K extends Kind>(
    kind: K,
    handle: (payload: UiRequestPayloads[K]) => void,
    signal: AbortSignal,
  ): void
}

export function createUiRequests(): UiRequests {
  const handlers = new Map<Kind, Set<(payload: never) => void>>()
  return {
    send(kind, ...[payload]) {
      for (const handle of handlers.get(kind) ?? []) handle(payload as never)
    },
    on(kind, handle, signal) {
      const ofKind = handlers.get(kind) ?? new Set()
      handlers.set(kind, ofKind)
      ofKind.add(handle)
      signal.addEventListener('abort', () => ofKind.delete(handle))
    },
  }
}
