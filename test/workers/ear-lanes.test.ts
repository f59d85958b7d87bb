import { expose } from 'comlink'
import { afterEach, expect, test, vi } from 'vitest'
import type { HeardBlock } from '#alignment/hearing/ear.ts'
import { startEarLanes } from '#workers/ear-lanes.ts'
import type { EarRequest } from '#workers/ear.worker.ts'

const request: EarRequest = {
  place: { kind: 'file', blob: new Blob([]) },
  index: null,
  model: 'en-us',
  base: 'https://a.example/',
}

interface FakeLane {
  readonly opened: EarRequest[]
  readonly heard: number[]
  isEnded: boolean
  finish(): void
  breakDown(): void
}

type Start = 'answers' | 'is silent' | 'breaks'

/** The edge: workers that hear when the test says so, on a machine with so many cores. */
function machine(cores: number, start: Start = 'answers') {
  const lanes: FakeLane[] = []
  vi.stubGlobal('navigator', { hardwareConcurrency: cores })
  vi.stubGlobal(
    'Worker',
    // A constructor may answer with another object.
    function FakeWorker() {
      const { port1, port2 } = new MessageChannel()
      const waiting: (() => void)[] = []
      const opened: EarRequest[] = []
      const heard: number[] = []
      const doors = {
        open: (given: EarRequest) => void opened.push(given),
        hear(block: number) {
          heard.push(block)
          return new Promise<HeardBlock>((resolve) => {
            waiting.push(() => resolve({ frames: block } as HeardBlock))
          })
        },
      }
      if (start === 'answers') expose(doors, port2)
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
const messagesCome = () => new Promise((resolve) => setTimeout(resolve, 20))
afterEach(() => {
  vi.useRealTimers()
  for (const port of closing.splice(0)) port.close()
  vi.unstubAllGlobals()
})

test('with one core nothing is started', async () => {
  const lanes = machine(1)
  expect(await startEarLanes(request)).toBeNull()
  expect(lanes).toEqual([])
})

test('workers that never answer are not waited for', async () => {
  vi.useFakeTimers()
  const lanes = machine(2, 'is silent')
  const ear = startEarLanes(request)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await ear).toBeNull()
  expect(lanes).toMatchObject([{ isEnded: true }])
})

test('workers that cannot be started are not missed', async () => {
  const lanes = machine(2, 'breaks')
  expect(await startEarLanes(request)).toBeNull()
  expect(lanes).toMatchObject([{ isEnded: true }])
})

test.each([
  [2, 2],
  [16, 4],
])('with %i cores %i hear at once, each told what', async (cores, count) => {
  const lanes = machine(cores)
  const ear = (await startEarLanes(request))!
  expect(ear.lanes).toBe(count)
  for (let block = 0; block < 6; block++) void ear.hear(block)
  await messagesCome()
  expect(lanes).toHaveLength(count)
  expect(lanes.flatMap(({ heard }) => heard).toSorted()).toEqual([0, 1, 2, 3, 4, 5])
  for (const { opened } of lanes) expect(opened).toMatchObject([{ model: 'en-us' }])
})

test('a block goes to who has nothing to do, and none is started for it', async () => {
  const lanes = machine(4)
  const ear = (await startEarLanes(request))!
  const first = ear.hear(0)
  void ear.hear(1)
  await messagesCome()
  lanes[0]!.finish()
  expect(await first).toEqual({ frames: 0 })
  void ear.hear(2)
  await messagesCome()
  expect(lanes.map(({ heard }) => heard)).toEqual([[0, 2], [1]])
})

test('a lane that breaks says so to who waits for it', async () => {
  const lanes = machine(2)
  const heard = (await startEarLanes(request))!.hear(0)
  await messagesCome()
  lanes[0]!.breakDown()
  await expect(heard).rejects.toThrow('the part of Earshot that hears could not be loaded')
})
