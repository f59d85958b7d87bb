import { expose } from 'comlink'
import { afterEach, expect, test, vi } from 'vitest'
import type { ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { startScorerPool } from '#workers/scorer-pool.ts'
import type { ScorerRequest } from '#workers/scorer.worker.ts'

const request: ScorerRequest = {
  place: { kind: 'file', blob: new Blob([]) },
  index: null,
  model: 'en-us',
  base: 'https://a.example/',
}

interface FakeLane {
  readonly opened: ScorerRequest[]
  readonly heard: number[]
  isEnded: boolean
  finish(): void
  breakDown(): void
}

type Start = 'answers' | 'is silent' | 'breaks' | 'cannot open'

/**
 * The edge: workers that hear when the test says so, on a machine with so many cores. `starts`: how one after the
 * other begins; those that come after them are as the last.
 */
function machine(cores: number, ...starts: readonly Start[]) {
  const lanes: FakeLane[] = []
  vi.stubGlobal('navigator', { hardwareConcurrency: cores })
  vi.stubGlobal(
    'Worker',
    // A constructor may answer with another object.
    function FakeWorker() {
      const { port1, port2 } = new MessageChannel()
      const start = starts[Math.min(lanes.length, starts.length - 1)] ?? 'answers'
      const waiting: (() => void)[] = []
      const opened: ScorerRequest[] = []
      const heard: number[] = []
      const doors = {
        open: (given: ScorerRequest) => void opened.push(given),
        hear(block: number) {
          if (start === 'cannot open') throw new Error('the model is not there')
          heard.push(block)
          return new Promise<ScoredBlock>((resolve) => {
            waiting.push(() => resolve({ frames: block } as ScoredBlock))
          })
        },
      }
      if (start === 'answers' || start === 'cannot open') expose(doors, port2)
      const lane = Object.assign(port1, { terminate: () => void (fake.isEnded = true) })
      const fake: FakeLane = {
        opened,
        heard,
        isEnded: false,
        finish: () => waiting.shift()?.(),
        breakDown: () => void lane.dispatchEvent(new Event('error')),
      }
      lanes.push(fake)
      closing.push(port1)
      if (start === 'breaks') setTimeout(fake.breakDown)
      return lane
    },
  )
  return lanes
}

const closing: MessagePort[] = []
const { setTimeout: setRealTimeout } = globalThis
const messagesCome = () => new Promise((resolve) => setRealTimeout(resolve, 20))
afterEach(() => {
  vi.useRealTimers()
  for (const port of closing.splice(0)) port.close()
  vi.unstubAllGlobals()
})

test('with one core nothing is started', async () => {
  const lanes = machine(1)
  expect(await startScorerPool(request)).toBeNull()
  expect(lanes).toEqual([])
})

test('workers that never answer are not waited for', async () => {
  vi.useFakeTimers()
  const lanes = machine(2, 'is silent')
  const ear = startScorerPool(request)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await ear).toBeNull()
  expect(lanes).toMatchObject([{ isEnded: true }])
})

test('workers that cannot be started are not missed', async () => {
  const lanes = machine(2, 'breaks')
  expect(await startScorerPool(request)).toBeNull()
  expect(lanes).toMatchObject([{ isEnded: true }])
})

test.each([
  [2, 2],
  [16, 4],
])('with %i cores %i hear at once, each told what', async (cores, count) => {
  const lanes = machine(cores)
  const ear = (await startScorerPool(request))!
  expect(ear.concurrency).toBe(count)
  for (let block = 0; block < 6; block++) void ear.scoreBlock(block)
  await messagesCome()
  expect(lanes).toHaveLength(count)
  expect(lanes.flatMap(({ heard }) => heard).toSorted()).toEqual([0, 1, 2, 3, 4, 5])
  for (const { opened } of lanes) expect(opened).toMatchObject([{ model: 'en-us' }])
})

test('a block goes to who has nothing to do, and none is started for it', async () => {
  const lanes = machine(4)
  const ear = (await startScorerPool(request))!
  const first = ear.scoreBlock(0)
  void ear.scoreBlock(1)
  await messagesCome()
  lanes[0]!.finish()
  expect(await first).toEqual({ frames: 0 })
  void ear.scoreBlock(2)
  await messagesCome()
  expect(lanes.map(({ heard }) => heard)).toEqual([[0, 2], [1]])
})

test('a lane that breaks says so to who waits for it', async () => {
  const lanes = machine(2)
  const heard = (await startScorerPool(request))!.scoreBlock(0)
  await messagesCome()
  lanes[0]!.breakDown()
  await expect(heard).rejects.toThrow('the part of Earshot that hears could not be loaded')
})

test('a later lane that never answers is ended, and the first one hears for it', async () => {
  vi.useFakeTimers()
  const lanes = machine(2, 'answers', 'is silent')
  const ear = (await startScorerPool(request))!
  const all = Promise.all([0, 1, 2, 3].map((block) => ear.scoreBlock(block)))
  await vi.advanceTimersByTimeAsync(10_000)
  await messagesCome()
  expect(lanes).toMatchObject([{ isEnded: false }, { isEnded: true }])
  expect(lanes[0]!.heard.toSorted()).toEqual([0, 1, 2, 3])
  for (let block = 0; block < 4; block++) lanes[0]!.finish()
  expect(await all).toEqual([0, 1, 2, 3].map((frames) => ({ frames })))
  void ear.scoreBlock(4)
  void ear.scoreBlock(5)
  await messagesCome()
  expect(lanes).toHaveLength(2)
  expect(lanes[0]!.heard).toHaveLength(6)
})

test.each(['breaks', 'cannot open'] as const)(
  'where a later lane %s, the first one hears all that it was given',
  async (start) => {
    const lanes = machine(2, 'answers', start)
    const ear = (await startScorerPool(request))!
    const all = Promise.all([0, 1, 2, 3].map((block) => ear.scoreBlock(block)))
    await messagesCome()
    for (let block = 0; block < 4; block++) lanes[0]!.finish()
    expect(await all).toEqual([0, 1, 2, 3].map((frames) => ({ frames })))
    expect(lanes).toMatchObject([{ isEnded: false }, { isEnded: true }])
  },
)

test('a later lane that has answered may take its time to hear', async () => {
  vi.useFakeTimers()
  const lanes = machine(2)
  const ear = (await startScorerPool(request))!
  void ear.scoreBlock(0)
  const second = ear.scoreBlock(1)
  await messagesCome()
  await vi.advanceTimersByTimeAsync(60_000)
  lanes[1]!.finish()
  expect(await second).toEqual({ frames: 1 })
  expect(lanes).toMatchObject([{ isEnded: false }, { isEnded: false }])
})
