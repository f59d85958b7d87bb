import { wrap } from 'comlink'
import type { Remote } from 'comlink'
import { explainMissingPart } from './missing-part.ts'

/** One call of a worker's API. comlink's `transfer` and `proxy` mark what is transferred and what is called back. */
export type WorkerCall<Api, Result> = (remote: Remote<Api>) => PromiseLike<Result>

/** A callback of the page that a worker has got by `proxy`. Awaiting it waits until the page has run it. */
export type RemoteCallback<Callback extends (...values: never[]) => void> = (
  ...values: Parameters<Callback>
) => void | Promise<void>

/** A worker that exposes its API by comlink, from its start, with the first call, to its end. */
export interface WorkerConnection<Api> {
  /** `failed`: broken or given up, and terminated. `ended`: by `end`. */
  readonly status: 'running' | 'failed' | 'ended'
  /**
   * Settles as the worker's function does: an Error thrown there arrives as an Error with its name, message and stack;
   * so does the refusal to clone an argument (`DataCloneError`) or a result (`TypeError`). If the worker cannot be
   * constructed, the call rejects with the reason. Where the worker's function needs code that cannot be loaded, the Error says
   * so without the address. Besides,
   * - the worker fails, because it cannot be loaded, throws outside a call or sends what cannot be deserialised: all
   *   pending and later calls reject with one Error;
   * - `signal` aborts: the call rejects with its reason. A worker cannot be interrupted, so it is given up, unless other
   *   calls are pending: then it works on, and its answer to this call is ignored. If the signal has aborted before, the
   *   worker is neither started nor called; if it aborts after the answer, nothing happens;
   * - `end`: the call never settles;
   * - the worker never answers, as when it cannot deserialise the arguments: the call stays pending. Work may take hours,
   *   so limits of time are the caller's.
   */
  call<Result>(ask: WorkerCall<Api, Result>, signal?: AbortSignal): Promise<Result>
  /** A call whose result and failure are ignored. An abort of the last pending call terminates the worker all the same. */
  notify(ask: WorkerCall<Api, unknown>): void
  /** Gives the worker up: terminates it; all pending and later calls reject with this reason. Only the first one counts. */
  fail(reason: unknown): void
  /** Terminates the worker, within milliseconds. Pending and later calls never settle. */
  end(): void
}

/**
 * `start` contains the literal `new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })`, by which
 * Vite finds workers. `name` completes "could not be loaded", the message where the browser gives no other.
 */
export function connectWorker<Api>(start: () => Worker, name: string): WorkerConnection<Api> {
  let status: WorkerConnection<Api>['status'] = 'running'
  let failure: unknown
  let worker: Worker | undefined
  let remote: Remote<Api> | undefined
  // Not one promise that each call races with: its reactions would hold every result until the worker ends.
  const pending = new Set<(reason: unknown) => void>()

  function startWorker() {
    worker = start()
    worker.addEventListener('error', ({ message }) =>
      fail(new Error(message || `${name} could not be loaded`)),
    )
    worker.addEventListener('messageerror', () => fail(new Error(`${name} could not answer`)))
    return (remote = wrap<Api>(worker))
  }
  /** Async, so that what `start` or comlink throws is a rejection. */
  const send = async <Result>(ask: WorkerCall<Api, Result>) => ask(remote ?? startWorker())

  function fail(reason: unknown) {
    if (status !== 'running') return
    status = 'failed'
    failure = reason
    worker?.terminate()
    for (const reject of pending) reject(reason)
  }

  return {
    get status() {
      return status
    },
    call: async (ask, signal) =>
      new Promise((resolve, rejectPromise) => {
        signal?.throwIfAborted()
        if (status === 'failed') throw failure
        if (status === 'ended') return
        /** False if the call has settled, or must not any more. */
        function finish() {
          signal?.removeEventListener('abort', abort)
          return pending.delete(reject)
        }
        const reject = (reason: unknown) => finish() && rejectPromise(reason)
        function abort() {
          reject(signal!.reason)
          if (pending.size === 0) fail(signal!.reason)
        }
        pending.add(reject)
        signal?.addEventListener('abort', abort)
        send(ask).then(
          (result) => finish() && resolve(result),
          (error: unknown) => reject(explainMissingPart(error)),
        )
      }),
    notify(ask) {
      if (status === 'running') send(ask).catch(() => undefined)
    },
    fail,
    end() {
      if (status === 'running') status = 'ended'
      worker?.terminate()
      pending.clear()
    },
  }
}

/** Makes one call, and ends the worker when it settles. See `WorkerConnection.call`. */
export async function callAndEnd<Api, Result>(
  connection: WorkerConnection<Api>,
  ask: WorkerCall<Api, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return connection.call(ask, signal).finally(connection.end)
}
