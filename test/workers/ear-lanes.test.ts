import { expose } from 'comlink'
import { afterEach, expect, test, vi } from 'vitest'
import type { HeardBlock } from '#alignment/hearing/ear.ts'
import { createEarLanes } from '#workers/ear-lanes.ts'
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
  finish(): void
  breakDown(): void
}

/** The edge: workers that hear when the test says so, on a machine with so many cores. */
function machine(cores: number) {
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
      expose(doors, port2)
      lanes.push({
        opened,
        heard,
        finish: () => waiting.shift()?.(),
        breakDown: () => void port1.dispatchEvent(new Event('error')),
      })
      closing.push(port1)
      return port1
    },
  )
  return lanes
}

const closing: MessagePort[] = []
const messagesCome = () => new Promise((resolve) => setTimeout(resolve, 20))
afterEach(() => {
  for (const port of closing.splice(0)) port.close()
  vi.unstubAllGlobals()
})

test('with one core nothing is started', () => {
  const lanes = machine(1)
  expect(createEarLanes(request)).toBeNull()
  expect(lanes).toEqual([])
})

test.each([
  [2, 2],
  [16, 4],
])('with %i cores %i hear at once, each told what', async (cores, count) => {
  const lanes = machine(cores)
  const ear = createEarLanes(request)!
  expect(ear.lanes).toBe(count)
  for (let block = 0; block < 6; block++) void ear.hear(block)
  await messagesCome()
  expect(lanes).toHaveLength(count)
  expect(lanes.flatMap(({ heard }) => heard).toSorted()).toEqual([0, 1, 2, 3, 4, 5])
  for (const { opened } of lanes) expect(opened).toMatchObject([{ model: 'en-us' }])
})

test('a block goes to who has nothing to do, and none is started for it', async () => {
  const lanes = machine(4)
  const ear = createEarLanes(request)!
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
  const heard = createEarLanes(request)!.hear(0)
  await messagesCome()
  lanes[0]!.breakDown()
  await expect(heard).rejects.toThrow('the part of Earshot that hears could not be loaded')
})
