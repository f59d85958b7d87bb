import { namesOf } from './opening-request.ts'
import type { RequestParts } from './opening-request.ts'

/** A request whose opening has not ended. */
export interface RequestInFlight {
  readonly signal: AbortSignal
  /** Resolves when all requests that came before this one have ended, however they ended. */
  readonly earlier: Promise<void>
  /**
   * What it opens is known. Ends the loading of each earlier request that it replaces, and of this one where a later
   * request, which was prepared faster, replaces it.
   */
  prepared(parts: RequestParts): void
  end(): void
}

export interface RequestsInFlight {
  begin(): RequestInFlight
  /** What the newest request opens that still loads; `null` where none is known to load anything. */
  readonly name: string | null
  abortAll(): void
}

interface Entry {
  readonly controller: AbortController
  readonly ended: Promise<void>
  parts: RequestParts | null
}

/**
 * Requests that overlap give what they would give one after the other: a transcript that is dropped while a recording
 * loads joins it, and another recording ends the first one's loading, even if it then turns out that it cannot be played. The
 * demo and what the listener opens always replace each other.
 *
 * @param hasRecording whether a recording other than the demo is open, so that another one replaces its transcripts
 */
export function createRequestsInFlight(hasRecording: () => boolean): RequestsInFlight {
  /** The oldest first. */
  const entries: Entry[] = []

  const replaces = (later: RequestParts, earlier: RequestParts) =>
    later.isDemo ||
    (earlier.isDemo && (later.recording !== null || later.texts.length > 0)) ||
    (later.recording !== null && (earlier.recording !== null || hasRecording()))

  function abortReplaced() {
    for (const [at, { controller, parts }] of entries.entries()) {
      const isReplaced = entries
        .slice(at + 1)
        .some((later) => parts && later.parts && replaces(later.parts, parts))
      if (isReplaced) controller.abort()
    }
  }

  return {
    begin() {
      const controller = new AbortController()
      const earlier = Promise.all(entries.map(({ ended }) => ended)).then(() => undefined)
      let end = () => {}
      const ended = new Promise<void>((resolve) => (end = resolve))
      const entry: Entry = { controller, ended, parts: null }
      entries.push(entry)
      return {
        signal: controller.signal,
        earlier,
        prepared(parts) {
          entry.parts = parts
          abortReplaced()
        },
        end() {
          entries.splice(entries.indexOf(entry), 1)
          end()
        },
      }
    },
    get name() {
      const newest = entries.findLast(
        ({ parts, controller }) => parts && !controller.signal.aborted,
      )
      return newest?.parts ? namesOf(newest.parts) : null
    },
    abortAll() {
      for (const { controller } of entries) controller.abort()
    },
  }
}
