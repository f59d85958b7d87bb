import { afterEach, expect, test, vi } from 'vitest'
import type { ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { startScorerPool } from '#workers/scorer-pool.ts'
import type { ScorerRequest } from '#workers/scorer.worker.ts'
import { endFakeWorkers, stubWorkers } from './fake-worker.ts'
import type { FakeWorker } from './fake-worker.ts'
import { eventually } from '../../support/eventually.ts'

const request: ScorerRequest = {
  recording: { kind: 'file', blob: new Blob([]) },
  index: null,
  model: 'en-us',
  base: 'https://a.example/',
}

interface FakeScorer {
  readonly opened: ScorerRequest[]
  /** The blocks that were requested. */
  readonly asked: number[]
  /** Resolves the first pending block. */
  finish(): void
}

type Behaviour = 'answers' | 'is silent' | 'cannot open'

/** Scorers whose results the test controls. `behaviours`: one for each scorer; the last one also for all further scorers. */
function machine(cores: number, ...behaviours: readonly Behaviour[]) {
  const scorers: FakeScorer[] = []
  const workers: readonly FakeWorker[] = stubWorkers(
    (number) => {
      const behaviour = behaviours[Math.min(number, behaviours.length - 1)] ?? 'answers'
      const waiting: (() => void)[] = []
      const scorer = {
        opened: [] as ScorerRequest[],
        asked: [] as number[],
        finish: () => waiting.shift()?.(),
      }
      scorers.push(scorer)
      if (behaviour === 'is silent') return null
      return {
        open: (given: ScorerRequest) => void scorer.opened.push(given),
        async scoreBlock(block: number) {
          if (behaviour === 'cannot open') throw new Error('the model is not there')
          scorer.asked.push(block)
          return new Promise<ScoredBlock>((resolve) => {
            waiting.push(() => resolve({ frames: block } as ScoredBlock))
          })
        },
      }
    },
    { cores },
  )
  return { workers, scorers }
}

const framesOf = (blocks: readonly number[]) => blocks.map((frames) => ({ frames }))

afterEach(() => {
  vi.useRealTimers()
  endFakeWorkers()
})

test('on one core no worker is started', async () => {
  const { workers } = machine(1)
  expect(await startScorerPool(request)).toBeNull()
  expect(workers).toEqual([])
})

test('if the first worker does not answer within eight seconds, the caller scores itself', async () => {
  vi.useFakeTimers()
  const { workers } = machine(2, 'is silent')
  const pool = startScorerPool(request)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await pool).toBeNull()
  expect(workers).toMatchObject([{ isTerminated: true }])
})

test('if the first worker cannot be loaded, the caller scores itself', async () => {
  const { workers } = machine(2, 'is silent')
  const pool = startScorerPool(request)
  workers[0]!.breakDown()
  expect(await pool).toBeNull()
  expect(workers).toMatchObject([{ isTerminated: true }])
})

test('if the browser does not let a worker start workers, the caller scores itself', async () => {
  machine(2)
  vi.stubGlobal('Worker', undefined)
  expect(await startScorerPool(request)).toBeNull()
})

test.each([
  [2, 2],
  [16, 4],
])('with %i cores %i workers score, each with the request', async (cores, count) => {
  const { workers, scorers } = machine(cores)
  const pool = (await startScorerPool(request))!
  expect(pool.concurrency).toBe(count)
  for (let block = 0; block < 6; block++) void pool.scoreBlock(block)
  await eventually(() => {
    expect(scorers.flatMap(({ asked }) => asked).toSorted()).toEqual([0, 1, 2, 3, 4, 5])
  })
  expect(workers).toHaveLength(count)
  for (const { opened } of scorers) expect(opened).toMatchObject([{ model: 'en-us' }])
})

test('an idle worker takes the next block before another one is started', async () => {
  const { scorers } = machine(4)
  const pool = (await startScorerPool(request))!
  const first = pool.scoreBlock(0)
  void pool.scoreBlock(1)
  await eventually(() => expect(scorers.map(({ asked }) => asked)).toEqual([[0], [1]]))
  scorers[0]!.finish()
  expect(await first).toEqual({ frames: 0 })
  void pool.scoreBlock(2)
  await eventually(() => expect(scorers.map(({ asked }) => asked)).toEqual([[0, 2], [1]]))
})

test('if the only worker breaks, its blocks reject', async () => {
  const { workers, scorers } = machine(2)
  const scored = (await startScorerPool(request))!.scoreBlock(0)
  await eventually(() => expect(scorers[0]!.asked).toEqual([0]))
  workers[0]!.breakDown()
  await expect(scored).rejects.toThrow('the part of Earshot that hears could not be loaded')
})

test('a later worker that never answers is terminated, and the first one scores its blocks', async () => {
  vi.useFakeTimers()
  const { workers, scorers } = machine(2, 'answers', 'is silent')
  const pool = (await startScorerPool(request))!
  const all = Promise.all([0, 1, 2, 3].map((block) => pool.scoreBlock(block)))
  await vi.advanceTimersByTimeAsync(10_000)
  await eventually(() => expect(scorers[0]!.asked.toSorted()).toEqual([0, 1, 2, 3]))
  expect(workers).toMatchObject([{ isTerminated: false }, { isTerminated: true }])
  for (let block = 0; block < 4; block++) scorers[0]!.finish()
  expect(await all).toEqual(framesOf([0, 1, 2, 3]))
  void pool.scoreBlock(4)
  void pool.scoreBlock(5)
  await eventually(() => expect(scorers[0]!.asked).toHaveLength(6))
  expect(workers).toHaveLength(2)
})

test.each(['cannot be loaded', 'cannot open'] as const)(
  'if a later worker %s, the first one scores its blocks',
  async (failure) => {
    const { workers, scorers } = machine(
      2,
      'answers',
      failure === 'cannot open' ? failure : 'is silent',
    )
    const pool = (await startScorerPool(request))!
    const all = Promise.all([0, 1, 2, 3].map((block) => pool.scoreBlock(block)))
    if (failure === 'cannot be loaded') workers[1]!.breakDown()
    await eventually(() => expect(scorers[0]!.asked.toSorted()).toEqual([0, 1, 2, 3]))
    for (let block = 0; block < 4; block++) scorers[0]!.finish()
    expect(await all).toEqual(framesOf([0, 1, 2, 3]))
    expect(workers).toMatchObject([{ isTerminated: false }, { isTerminated: true }])
  },
)

test('a block that the first worker cannot decode rejects, and further ones are scored', async () => {
  const workers = stubWorkers(() => ({
    open: () => undefined,
    scoreBlock(block: number) {
      if (block === 0) throw new Error('the audio is damaged')
      return { frames: block }
    },
  }))
  const pool = (await startScorerPool(request))!
  await expect(pool.scoreBlock(0)).rejects.toThrow('the audio is damaged')
  expect(await pool.scoreBlock(1)).toEqual({ frames: 1 })
  expect(workers).toMatchObject([{ isTerminated: false }])
})

test('a later worker that has answered may take its time', async () => {
  vi.useFakeTimers()
  const { workers, scorers } = machine(2)
  const pool = (await startScorerPool(request))!
  void pool.scoreBlock(0)
  const second = pool.scoreBlock(1)
  await eventually(() => expect(scorers[1]?.asked).toEqual([1]))
  await vi.advanceTimersByTimeAsync(60_000)
  scorers[1]!.finish()
  expect(await second).toEqual({ frames: 1 })
  expect(workers).toMatchObject([{ isTerminated: false }, { isTerminated: false }])
})
