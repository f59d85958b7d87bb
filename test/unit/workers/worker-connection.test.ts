import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { proxy, transfer } from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { callAndEnd, connectWorker } from '#workers/worker-connection.ts'
import { createFakeWorker, endFakeWorkers } from './fake-worker.ts'
import { eventually } from '../../support/eventually.ts'

afterEach(endFakeWorkers)

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** A worker with one function for each outcome of a call. */
function createApi() {
  const started: number[] = []
  const finishing: (() => void)[] = []
  return {
    /** Numbers of the calls of `work` that have arrived. */
    started,
    /** Resolves the first pending call of `work`. */
    finishOne: () => finishing.shift()!(),
    exposed: {
      double: (number: number) => number * 2,
      work: async (number: number) => {
        started.push(number)
        return new Promise<string>((resolve) => {
          finishing.push(() => resolve(`done ${number}`))
        })
      },
      throwRangeError(): number {
        throw new RangeError('too far')
      },
      throwText(): number {
        // eslint-disable-next-line no-throw-literal -- third-party code may do so
        throw 'no reason'
      },
      giveBytes: () => new Uint8Array(1_000_000),
      giveFunction: (): unknown => () => undefined,
      sizeOf: (bytes: Uint8Array) => bytes.byteLength,
      count(to: number, onCount: (count: number) => void) {
        for (let count = 1; count <= to; count++) onCount(count)
      },
    },
  }
}
type Api = ReturnType<typeof createApi>['exposed']

function connect() {
  const api = createApi()
  const fake = createFakeWorker(api.exposed)
  const connection = connectWorker<Api>(() => fake.worker, 'the calculator')
  return { api, fake, connection }
}

/** The state of a promise, once everything that could settle it has happened. */
async function stateOf(promise: Promise<unknown>) {
  let state = 'pending'
  promise.then(
    () => (state = 'resolved'),
    () => (state = 'rejected'),
  )
  // Another channel: its message comes after those that were sent before it.
  const { port1, port2 } = new MessageChannel()
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve)
    port1.start()
    port2.postMessage(null)
  })
  port1.close()
  return state
}

describe('a call', () => {
  test('resolves with the result of the function in the worker', async () => {
    const { connection, fake } = connect()
    expect(await connection.call((remote) => remote.double(21))).toBe(42)
    expect(connection.status).toBe('running')
    expect(fake.isTerminated).toBe(false)
  })

  test('starts the worker only if it is the first one', async () => {
    const { fake } = connect()
    const start = vi.fn<() => Worker>(() => fake.worker)
    const connection = connectWorker<Api>(start, 'the calculator')
    expect(start).not.toHaveBeenCalled()
    await connection.call((remote) => remote.double(1))
    await connection.call((remote) => remote.double(2))
    expect(start).toHaveBeenCalledOnce()
  })

  test('transfers the buffers that are marked', async () => {
    const { connection } = connect()
    const bytes = new Uint8Array(1000)
    const size = connection.call((remote) => remote.sizeOf(transfer(bytes, [bytes.buffer])))
    expect(bytes.byteLength).toBe(0)
    expect(await size).toBe(1000)
  })

  test('passes callbacks that are marked', async () => {
    const { connection } = connect()
    const counts: number[] = []
    await connection.call((remote) =>
      remote.count(
        3,
        proxy((count: number) => void counts.push(count)),
      ),
    )
    await eventually(() => expect(counts).toEqual([1, 2, 3]))
  })

  test('rejects with the name and message of an Error thrown in the worker, which goes on', async () => {
    const { connection } = connect()
    const call = connection.call((remote) => remote.throwRangeError())
    await expect(call).rejects.toMatchObject({ name: 'RangeError', message: 'too far' })
    expect(await connection.call((remote) => remote.double(1))).toBe(2)
  })

  test('rejects with whatever else is thrown in the worker', async () => {
    const { connection } = connect()
    await expect(connection.call((remote) => remote.throwText())).rejects.toBe('no reason')
  })

  test('rejects if an argument cannot be cloned', async () => {
    const { connection } = connect()
    const call = connection.call((remote) => remote.double((() => 1) as never))
    await expect(call).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await connection.call((remote) => remote.double(1))).toBe(2)
  })

  test('rejects if the result cannot be cloned', async () => {
    const { connection } = connect()
    const call = connection.call((remote) => remote.giveFunction())
    await expect(call).rejects.toMatchObject({ name: 'TypeError' })
    expect(connection.status).toBe('running')
  })

  test('rejects with what the constructor of the worker throws, and the next one tries again', async () => {
    const { fake } = connect()
    const start = vi.fn<() => Worker>(() => fake.worker)
    start.mockImplementationOnce(() => {
      throw new ReferenceError('Worker is not defined')
    })
    const connection = connectWorker<Api>(start, 'the calculator')
    const call = connection.call((remote) => remote.double(1))
    await expect(call).rejects.toMatchObject({ name: 'ReferenceError' })
    expect(await connection.call((remote) => remote.double(1))).toBe(2)
  })

  test('leaves its result to its caller: the connection does not hold it', async () => {
    const { connection } = connect()
    const results: WeakRef<object>[] = []
    for (let number = 0; number < 20; number++) {
      results.push(new WeakRef(await connection.call((remote) => remote.giveBytes())))
    }
    await eventually(() => {
      collectGarbage()
      // The last one may still be in a register.
      expect(results.filter((result) => result.deref()).length).toBeLessThanOrEqual(1)
    })
    expect(connection.status).toBe('running')
  })

  test('stays pending while the worker does not answer', async () => {
    const silent = createFakeWorker(null)
    const connection = connectWorker<Api>(() => silent.worker, 'the calculator')
    expect(await stateOf(connection.call((remote) => remote.double(1)))).toBe('pending')
  })
})

describe('a worker that fails', () => {
  test('and cannot be loaded rejects pending and later calls with one Error', async () => {
    const { connection, fake } = connect()
    const calls = [1, 2].map((number) => connection.call((remote) => remote.work(number)))
    fake.breakDown()
    calls.push(connection.call((remote) => remote.work(3)))
    const outcomes = await Promise.allSettled(calls)
    const reason = new Error('the calculator could not be loaded')
    expect(outcomes).toEqual(Array.from(calls, () => ({ status: 'rejected', reason })))
    expect(connection.status).toBe('failed')
    expect(fake.isTerminated).toBe(true)
  })

  test('with a message of the browser rejects with that', async () => {
    const { connection, fake } = connect()
    const call = connection.call((remote) => remote.work(1))
    fake.breakDown('Uncaught RangeError: out of memory')
    await expect(call).rejects.toThrow('Uncaught RangeError: out of memory')
  })

  test('by sending what cannot be deserialised rejects', async () => {
    const { connection, fake } = connect()
    const call = connection.call((remote) => remote.work(1))
    fake.sendUnreadable()
    await expect(call).rejects.toThrow('the calculator could not answer')
    expect(fake.isTerminated).toBe(true)
  })

  test('without a pending call leaves no unhandled rejection, and later calls reject', async () => {
    const { connection, fake } = connect()
    await connection.call((remote) => remote.double(1))
    fake.breakDown('out of memory')
    expect(connection.status).toBe('failed')
    await expect(connection.call((remote) => remote.double(1))).rejects.toThrow('out of memory')
  })

  test('by being given up rejects with the first reason', async () => {
    const { connection, fake } = connect()
    const call = connection.call((remote) => remote.work(1))
    connection.fail(new Error('too late'))
    connection.fail(new Error('much too late'))
    fake.breakDown()
    await expect(call).rejects.toThrow(/^too late$/)
    expect(fake.isTerminated).toBe(true)
  })

  test('before it was started is not started', async () => {
    const start = vi.fn<() => Worker>()
    const connection = connectWorker<Api>(start, 'the calculator')
    connection.fail(new Error('not needed'))
    await expect(connection.call((remote) => remote.double(1))).rejects.toThrow('not needed')
    connection.notify((remote) => remote.double(1))
    expect(start).not.toHaveBeenCalled()
  })
})

describe('a signal', () => {
  test('aborted before the call rejects it, and no worker is started', async () => {
    const start = vi.fn<() => Worker>()
    const connection = connectWorker<Api>(start, 'the calculator')
    const call = connection.call((remote) => remote.double(1), AbortSignal.abort('closed'))
    await expect(call).rejects.toBe('closed')
    expect(start).not.toHaveBeenCalled()
    expect(connection.status).toBe('running')
  })

  test('aborted during the only call rejects it at once and terminates the worker', async () => {
    const { connection, fake, api } = connect()
    const controller = new AbortController()
    const call = connection.call((remote) => remote.work(1), controller.signal)
    await eventually(() => expect(api.started).toEqual([1]))
    controller.abort(new Error('closed'))
    expect(fake.isTerminated).toBe(true)
    expect(connection.status).toBe('failed')
    await expect(call).rejects.toThrow('closed')
  })

  test('aborted during one of two calls leaves the other one', async () => {
    const { connection, fake, api } = connect()
    const controller = new AbortController()
    const aborted = connection.call((remote) => remote.work(1), controller.signal)
    const other = connection.call((remote) => remote.work(2))
    await eventually(() => expect(api.started).toEqual([1, 2]))
    controller.abort('closed')
    await expect(aborted).rejects.toBe('closed')
    expect(fake.isTerminated).toBe(false)
    api.finishOne()
    api.finishOne()
    expect(await other).toBe('done 2')
  })

  test('of two calls rejects both and terminates the worker', async () => {
    const { connection, fake } = connect()
    const controller = new AbortController()
    const calls = [1, 2].map((number) =>
      connection.call((remote) => remote.work(number), controller.signal),
    )
    controller.abort('closed')
    const rejected = { status: 'rejected', reason: 'closed' }
    expect(await Promise.allSettled(calls)).toEqual([rejected, rejected])
    expect(fake.isTerminated).toBe(true)
  })

  test('aborted after the answer changes nothing', async () => {
    const { connection, fake } = connect()
    const controller = new AbortController()
    const call = connection.call((remote) => remote.double(2), controller.signal)
    expect(await call).toBe(4)
    controller.abort()
    expect(await call).toBe(4)
    expect(connection.status).toBe('running')
    expect(fake.isTerminated).toBe(false)
  })

  test('aborted after the worker failed changes nothing', async () => {
    const { connection, fake } = connect()
    const controller = new AbortController()
    const call = connection.call((remote) => remote.work(1), controller.signal)
    fake.breakDown('out of memory')
    controller.abort('closed')
    await expect(call).rejects.toThrow('out of memory')
  })
})

describe('the end', () => {
  test('terminates the worker; pending and later calls never settle', async () => {
    const { connection, fake, api } = connect()
    const controller = new AbortController()
    const pending = connection.call((remote) => remote.work(1), controller.signal)
    await eventually(() => expect(api.started).toEqual([1]))
    connection.end()
    expect(fake.isTerminated).toBe(true)
    expect(connection.status).toBe('ended')
    const later = connection.call((remote) => remote.double(1))
    api.finishOne()
    fake.breakDown()
    controller.abort()
    connection.fail(new Error('too late'))
    expect(await stateOf(pending)).toBe('pending')
    expect(await stateOf(later)).toBe('pending')
    expect(connection.status).toBe('ended')
  })

  test('may come twice, and before the start', () => {
    const start = vi.fn<() => Worker>()
    const connection = connectWorker<Api>(start, 'the calculator')
    connection.end()
    connection.end()
    expect(start).not.toHaveBeenCalled()
  })
})

describe('a notice', () => {
  test('reaches the worker', async () => {
    const { connection, api } = connect()
    connection.notify((remote) => remote.work(7))
    await eventually(() => expect(api.started).toEqual([7]))
  })

  test.each([
    [
      'throws',
      (connection: ReturnType<typeof connect>['connection']) => {
        connection.notify((remote) => remote.throwRangeError())
      },
    ],
    [
      'cannot be cloned',
      (connection: ReturnType<typeof connect>['connection']) => {
        connection.notify((remote) => remote.double((() => 1) as never))
      },
    ],
  ])('that %s leaves no unhandled rejection, and the worker goes on', async (_, notify) => {
    const { connection } = connect()
    notify(connection)
    expect(await connection.call((remote) => remote.double(2))).toBe(4)
  })

  test('without an answer does not keep an aborted call from terminating the worker', async () => {
    const { connection, fake } = connect()
    const controller = new AbortController()
    connection.notify((remote) => remote.work(1))
    const call = connection.call((remote) => remote.work(2), controller.signal)
    controller.abort('closed')
    await expect(call).rejects.toBe('closed')
    expect(fake.isTerminated).toBe(true)
  })
})

describe('a worker for one call', () => {
  test('is terminated when the call has resolved', async () => {
    const { connection, fake } = connect()
    expect(await callAndEnd(connection, (remote) => remote.double(4))).toBe(8)
    expect(fake.isTerminated).toBe(true)
  })

  test('is terminated when the call has rejected', async () => {
    const { connection, fake } = connect()
    const call = callAndEnd(connection, (remote) => remote.throwRangeError())
    await expect(call).rejects.toThrow('too far')
    expect(fake.isTerminated).toBe(true)
  })

  test('is not started for a signal that has aborted', async () => {
    const start = vi.fn<() => Worker>()
    const connection = connectWorker<Api>(start, 'the calculator')
    const call = callAndEnd(connection, (remote) => remote.double(1), AbortSignal.abort('closed'))
    await expect(call).rejects.toBe('closed')
    expect(start).not.toHaveBeenCalled()
  })
})
