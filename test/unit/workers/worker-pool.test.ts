import { afterEach, describe, expect, test } from 'vitest'
import { connectWorker } from '#workers/worker-connection.ts'
import { createWorkerPool } from '#workers/worker-pool.ts'
import { createFakeWorker, endFakeWorkers, eventually } from './fake-worker.ts'
import type { FakeWorker } from './fake-worker.ts'

afterEach(endFakeWorkers)

interface Job {
  readonly number: number
  finish(): void
}

interface Api {
  open(): string
  work(number: number): Promise<string>
  reject(reason: string): never
  learn(fact: string): void
}

/** A pool whose workers finish jobs when the test says so. `cannotOpen`: numbers of the workers that reject `open`. */
function startPool({
  size = 2,
  retryOn = 'failure' as 'failure' | 'rejection',
  cannotOpen = [] as readonly number[],
} = {}) {
  const workers: FakeWorker[] = []
  const jobs: Job[][] = []
  const facts: string[][] = []

  function startWorker(): Worker {
    const number = workers.length
    const own: Job[] = []
    const learned: string[] = []
    jobs.push(own)
    facts.push(learned)
    const api: Api = {
      open() {
        if (cannotOpen.includes(number)) throw new Error(`worker ${number} cannot open`)
        return `worker ${number}`
      },
      work: async (job) =>
        new Promise((resolve) => {
          own.push({ number: job, finish: () => resolve(`${job} by ${number}`) })
        }),
      reject(reason) {
        throw new Error(`${reason} in ${number}`)
      },
      learn: (fact) => void learned.push(fact),
    }
    workers.push(createFakeWorker(api))
    return workers.at(-1)!.worker
  }

  const pool = createWorkerPool({
    size,
    connect: () => connectWorker<Api>(startWorker, 'the worker'),
    open: async (connection) => connection.call((remote) => remote.open()),
    retryOn,
  })
  const work = async (number: number) => pool.call((remote) => remote.work(number))
  /** The jobs that have arrived, by worker. */
  const arrived = () => jobs.map((own) => own.map(({ number }) => number))
  return { pool, workers, jobs, facts, work, arrived }
}

describe('a pool', () => {
  test('starts no worker before it is called', () => {
    const { workers } = startPool()
    expect(workers).toEqual([])
  })

  test('starts workers while all others are busy, up to its size; then the least busy one takes the call', async () => {
    const { work, arrived, jobs } = startPool({ size: 3 })
    const all = [0, 1, 2, 3, 4, 5, 6].map(work)
    const shares = [
      [0, 3, 6],
      [1, 4],
      [2, 5],
    ]
    await eventually(() => expect(arrived()).toEqual(shares))
    for (const job of jobs.flat()) job.finish()
    const results = ['0 by 0', '1 by 1', '2 by 2', '3 by 0', '4 by 1', '5 by 2', '6 by 0']
    expect(await Promise.all(all)).toEqual(results)
  })

  test('gives an idle worker the next call before it starts another one', async () => {
    const { work, workers, jobs } = startPool()
    for (let number = 0; number < 3; number++) {
      const result = work(number)
      await eventually(() => expect(jobs[0]).toHaveLength(number + 1))
      jobs[0]![number]!.finish()
      expect(await result).toBe(`${number} by 0`)
    }
    expect(workers).toHaveLength(1)
  })

  test('opens one worker, and opens it once', async () => {
    const { pool, workers } = startPool()
    expect(await pool.opened()).toBe('worker 0')
    expect(await pool.opened()).toBe('worker 0')
    expect(workers).toHaveLength(1)
  })

  test('calls the oldest worker although it is busy', async () => {
    const { pool, work, arrived } = startPool()
    void work(0)
    void pool.callOldest((remote) => remote.work(1))
    await eventually(() => expect(arrived()).toEqual([[0, 1]]))
  })

  test('notifies each worker that there is, once it is open', async () => {
    const { pool, work, facts } = startPool({ size: 3 })
    void work(0)
    void work(1)
    pool.notifyAll((remote) => remote.learn('a fact'))
    void work(2)
    await eventually(() => expect(facts).toEqual([['a fact'], ['a fact'], []]))
  })

  test('passes on what a worker throws, and keeps the worker', async () => {
    const { pool, workers } = startPool()
    const call = pool.call((remote) => remote.reject('damaged'))
    await expect(call).rejects.toThrow('damaged in 0')
    expect(await pool.opened()).toBe('worker 0')
    expect(workers).toMatchObject([{ isTerminated: false }])
  })
})

describe('a worker of a pool that fails', () => {
  test('has its calls made again by the oldest one, and is not replaced', async () => {
    const { work, workers, jobs, arrived } = startPool()
    const all = [0, 1, 2, 3].map(work)
    await eventually(() =>
      expect(arrived()).toEqual([
        [0, 2],
        [1, 3],
      ]),
    )
    workers[1]!.breakDown()
    await eventually(() => expect(arrived()[0]).toEqual([0, 2, 1, 3]))
    all.push(work(4))
    await eventually(() => expect(jobs[0]).toHaveLength(5))
    for (const job of jobs[0]!) job.finish()
    const results = ['0 by 0', '1 by 0', '2 by 0', '3 by 0', '4 by 0']
    expect(await Promise.all(all)).toEqual(results)
    expect(workers).toHaveLength(2)
    expect(workers[1]!.isTerminated).toBe(true)
  })

  test('may be the oldest one: the next takes over', async () => {
    const { work, workers, jobs, arrived } = startPool()
    const all = [0, 1].map(work)
    await eventually(() => expect(arrived()).toEqual([[0], [1]]))
    workers[0]!.breakDown()
    await eventually(() => expect(arrived()[1]).toEqual([1, 0]))
    for (const job of jobs[1]!) job.finish()
    expect(await Promise.all(all)).toEqual(['0 by 1', '1 by 1'])
  })

  test('may be idle: the next call goes to another one', async () => {
    const { work, workers, jobs, arrived } = startPool()
    const all = [0, 1].map(work)
    await eventually(() => expect(arrived()).toEqual([[0], [1]]))
    jobs[0]![0]!.finish()
    expect(await all[0]).toBe('0 by 0')
    workers[0]!.breakDown()
    const next = work(2)
    await eventually(() => expect(arrived()[1]).toEqual([1, 2]))
    for (const job of jobs[1]!) job.finish()
    expect(await next).toBe('2 by 1')
  })

  test('may be the last: pending and later calls reject, and no further worker is started', async () => {
    const { pool, work, workers, arrived } = startPool({ size: 4 })
    const pending = work(0)
    await eventually(() => expect(arrived()).toEqual([[0]]))
    workers[0]!.breakDown('out of memory')
    await expect(pending).rejects.toThrow('out of memory')
    await expect(work(1)).rejects.toThrow('out of memory')
    await expect(pool.opened()).rejects.toThrow('out of memory')
    expect(workers).toHaveLength(1)
  })

  test('may fail to open: its calls are made by the oldest one', async () => {
    const { work, workers, jobs, arrived } = startPool({ cannotOpen: [1] })
    const all = [0, 1].map(work)
    await eventually(() => expect(arrived()[0]).toEqual([0, 1]))
    for (const job of jobs[0]!) job.finish()
    expect(await Promise.all(all)).toEqual(['0 by 0', '1 by 0'])
    expect(workers[1]!.isTerminated).toBe(true)
  })

  test('may be the first to open: all calls reject with the reason', async () => {
    const { pool, work, workers } = startPool({ cannotOpen: [0] })
    await expect(pool.opened()).rejects.toThrow('worker 0 cannot open')
    await expect(work(0)).rejects.toThrow('worker 0 cannot open')
    expect(workers).toMatchObject([{ isTerminated: true }])
  })
})

describe('a pool that retries rejected calls', () => {
  test('gives up the worker that rejected, and asks the oldest one', async () => {
    const { pool, work, workers, arrived } = startPool({ retryOn: 'rejection' })
    void work(0)
    const rejected = pool.call((remote) => remote.reject('damaged'))
    await expect(rejected).rejects.toThrow('damaged in 0')
    expect(workers).toMatchObject([{ isTerminated: false }, { isTerminated: true }])
    await eventually(() => expect(arrived()[0]).toEqual([0]))
  })

  test('passes on what the oldest one rejects', async () => {
    const { pool, workers } = startPool({ retryOn: 'rejection' })
    const rejected = pool.callOldest((remote) => remote.reject('damaged'))
    await expect(rejected).rejects.toThrow('damaged in 0')
    expect(workers).toMatchObject([{ isTerminated: false }])
  })
})

describe('a disposed pool', () => {
  test('terminates all workers; pending and later calls never settle, and start none', async () => {
    const { pool, work, workers, arrived } = startPool({ size: 3 })
    const settled: number[] = []
    const watch = (number: number) =>
      work(number).then(
        () => settled.push(number),
        () => settled.push(number),
      )
    void watch(0)
    void watch(1)
    await eventually(() => expect(arrived()).toEqual([[0], [1]]))
    pool.dispose()
    expect(workers).toMatchObject([{ isTerminated: true }, { isTerminated: true }])
    void watch(2)
    workers[0]!.breakDown()
    // Another pool works meanwhile, so everything that could settle in this one has settled.
    const other = startPool()
    expect(await other.pool.opened()).toBe('worker 0')
    expect(settled).toEqual([])
    expect(workers).toHaveLength(2)
  })

  test('that was never called starts no worker', async () => {
    const { pool, work, workers } = startPool()
    pool.dispose()
    void work(0)
    void pool.opened()
    const other = startPool()
    await other.pool.opened()
    expect(workers).toEqual([])
  })
})
