import { wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { Ear, HeardBlock } from '#alignment/hearing/ear.ts'
import type { EarDoors, EarRequest } from './ear.worker.ts'

/** More only wait for the search, which is one. */
const mostLanes = 4

interface Lane {
  readonly remote: Remote<EarDoors>
  readonly broken: Promise<never>
  waiting: number
}

/**
 * Hears in other workers, one for each core; `null` with one core, on which they would only stand in each
 * other's way. They are the calling worker's own, and end with it.
 */
export function createEarLanes(request: EarRequest): Ear | null {
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
    const lane = { remote: wrap<EarDoors>(worker), broken, waiting: 0 }
    lane.remote.open(request).catch(() => undefined)
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
