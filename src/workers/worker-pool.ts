import type { WorkerCall, WorkerConnection } from './worker-connection.ts'

export interface WorkerPoolOptions<Api, Opened> {
  /** How many workers at most. Each starts when all others are busy. */
  readonly size: number
  readonly connect: () => WorkerConnection<Api>
  /** What a worker does before all calls. If it rejects, the worker has failed. */
  readonly open: (connection: WorkerConnection<Api>) => Promise<Opened>
  /** Which calls are made again, in another worker: those whose worker failed, or those that it rejected too. */
  readonly retryOn: 'failure' | 'rejection'
}

/**
 * Workers that do the same for one recording. A worker that fails is not replaced. Its calls are made again, in the
 * oldest worker; so a call must not transfer its arguments. When the last worker has failed, pending and later calls
 * reject with its reason.
 */
export interface WorkerPool<Api, Opened> {
  /** Opens a worker, if none is, and resolves with what `open` did. */
  opened(): Promise<Opened>
  /** Calls the worker with the fewest calls. Settles as `WorkerConnection.call`. */
  call<Result>(ask: WorkerCall<Api, Result>): Promise<Result>
  /** Calls the oldest worker, however busy it is. */
  callOldest<Result>(ask: WorkerCall<Api, Result>): Promise<Result>
  /** See `WorkerConnection.notify`: each worker there is, once it is open. */
  notifyAll(ask: WorkerCall<Api, unknown>): void
  /** Terminates all workers. Calls never settle. */
  dispose(): void
}

interface PooledWorker<Api, Opened> {
  readonly connection: WorkerConnection<Api>
  readonly opened: Promise<Opened>
  /** How many have not settled. */
  calls: number
}

export function createWorkerPool<Api, Opened>({
  size,
  connect,
  open,
  retryOn,
}: WorkerPoolOptions<Api, Opened>): WorkerPool<Api, Opened> {
  /** Running, the oldest first. */
  const workers: PooledWorker<Api, Opened>[] = []
  let startable = size
  let failure: { readonly reason: unknown } | null = null
  let isDisposed = false

  function startWorker() {
    if (failure) throw failure.reason
    startable--
    const connection = connect()
    const worker = { connection, opened: open(connection), calls: 0 }
    workers.push(worker)
    worker.opened.catch((reason: unknown) => remove(worker, reason))
    return worker
  }
  function remove(worker: PooledWorker<Api, Opened>, reason: unknown) {
    worker.connection.fail(reason)
    const at = workers.indexOf(worker)
    if (at === -1) return
    workers.splice(at, 1)
    if (workers.length === 0) failure = { reason }
  }
  const oldest = () => workers[0] ?? startWorker()
  function leastBusy() {
    const idle = workers.find(({ calls }) => calls === 0)
    if (idle) return idle
    if (startable > 0 || workers.length === 0) return startWorker()
    return workers.reduce((least, worker) => (worker.calls < least.calls ? worker : least))
  }

  async function callFrom<Result>(
    pick: () => PooledWorker<Api, Opened>,
    ask: (worker: PooledWorker<Api, Opened>) => Promise<Result>,
  ): Promise<Result> {
    if (isDisposed) return new Promise(() => undefined)
    const worker = pick()
    worker.calls++
    try {
      return await ask(worker)
    } catch (error) {
      const isRetried =
        worker.connection.status === 'failed' || (retryOn === 'rejection' && worker !== workers[0])
      if (!isRetried) throw error
      remove(worker, error)
      return await callFrom(oldest, ask)
    } finally {
      worker.calls--
    }
  }
  const whenOpen =
    <Result>(ask: WorkerCall<Api, Result>) =>
    async ({ opened, connection }: PooledWorker<Api, Opened>) => {
      await opened
      return connection.call(ask)
    }

  return {
    opened: async () => callFrom(oldest, ({ opened }) => opened),
    call: async (ask) => callFrom(leastBusy, whenOpen(ask)),
    callOldest: async (ask) => callFrom(oldest, whenOpen(ask)),
    notifyAll(ask) {
      for (const { connection, opened } of workers) {
        opened.then(
          () => connection.notify(ask),
          () => undefined,
        )
      }
    },
    dispose() {
      isDisposed = true
      for (const { connection } of workers) connection.end()
    },
  }
}
