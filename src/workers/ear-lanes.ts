import { wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { Ear, HeardBlock } from '#alignment/hearing/ear.ts'
import type { EarDoors, EarRequest } from './ear.worker.ts'

/** More only wait for the search, which is one. */
const mostLanes = 4

/** Workers of a worker may be late for ever: Firefox 153 was seen to start some and hear nothing of them. */
const patienceMs = 8_000

interface Lane {
  readonly worker: Worker
  readonly remote: Remote<EarDoors>
  readonly broken: Promise<never>
  readonly opened: Promise<void>
  waiting: number
}

/**
 * Hears in other workers, one for each core. `null` with one core, on which they would only stand in each
 * other's way, and where the first of them does not answer in time or at all. They are the calling worker's
 * own, and end with it.
 */
export async function startEarLanes(request: EarRequest): Promise<Ear | null> {
  const count = Math.min(mostLanes, navigator.hardwareConcurrency)
  if (count < 2) return null
  const lanes: Lane[] = []

  function startLane(): Lane {
    const worker = new Worker(new URL('./ear.worker.ts', import.meta.url), { type: 'module' })
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => {
        reject(new Error(message || 'the part of Earshot that hears could not be loaded'))
      })
    })
    // Who waits for it hears of it.
    broken.catch(() => undefined)
    const remote = wrap<EarDoors>(worker)
    const opened = remote.open(request)
    opened.catch(() => undefined)
    const lane = { worker, remote, broken, opened, waiting: 0 }
    lanes.push(lane)
    return lane
  }
  /** The one with the least to do; another one while there may be more. */
  function freeLane(): Lane {
    const idle = lanes.find(({ waiting }) => waiting === 0)
    if (idle) return idle
    if (lanes.length < count) return startLane()
    return lanes.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least))
  }

  const first = startLane()
  if (!(await answers(first))) {
    first.worker.terminate()
    return null
  }
  return {
    lanes: count,
    async hear(block): Promise<HeardBlock> {
      const lane = freeLane()
      lane.waiting++
      try {
        return await Promise.race([lane.remote.hear(block), lane.broken])
      } finally {
        lane.waiting--
      }
    },
  }
}

function answers({ opened, broken }: Lane): Promise<boolean> {
  const patience = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs))
  const answer = Promise.race([opened, broken]).then(
    () => true,
    () => false,
  )
  return Promise.race([answer, patience])
}
