import { wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { AcousticScorer, ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import type { ScorerWorkerApi, ScorerRequest } from './scorer.worker.ts'

/** More only wait for the search, which is one. */
const mostLanes = 4

/** Workers of a worker may be late for ever: Firefox 153 was seen to start some and hear nothing of them. */
const patienceMs = 8_000

const notLoaded = 'the part of Earshot that hears could not be loaded'

interface Lane {
  readonly remote: Remote<ScorerWorkerApi>
  readonly opened: Promise<void>
  /** Rejects where it does not answer in time, or breaks, or is given up. */
  readonly broken: Promise<never>
  giveUp(why: unknown): void
  waiting: number
}

/**
 * Hears in other workers, one for each core. `null` with one core, on which they would only stand in each
 * other's way, and where the first of them does not answer in time or at all; for others that do not, the first
 * one hears. They are the calling worker's own, and end with it.
 */
export async function startScorerPool(request: ScorerRequest): Promise<AcousticScorer | null> {
  const wanted = Math.min(mostLanes, navigator.hardwareConcurrency)
  if (wanted < 2) return null
  const lanes: Lane[] = []
  let count = wanted

  function startLane(): Lane {
    const worker = new Worker(new URL('./scorer.worker.ts', import.meta.url), { type: 'module' })
    let reject: (why: unknown) => void
    const broken = new Promise<never>((_, rejectBroken) => (reject = rejectBroken))
    // Who waits for it hears of it.
    broken.catch(() => undefined)
    function giveUp(why: unknown) {
      worker.terminate()
      reject(why)
    }
    worker.addEventListener('error', ({ message }) => giveUp(new Error(message || notLoaded)))
    const remote = wrap<ScorerWorkerApi>(worker)
    const opened = remote.open(request)
    let late = setTimeout(() => {
      // Its answer may have come while this worker searched, and be next.
      late = setTimeout(() => giveUp(new Error(notLoaded)), 100)
    }, patienceMs)
    opened.then(() => clearTimeout(late), giveUp)
    const lane = { remote, opened, broken, giveUp, waiting: 0 }
    lanes.push(lane)
    return lane
  }
  function dismiss(lane: Lane, why: unknown) {
    const at = lanes.indexOf(lane)
    // Others who waited for it have done so already.
    if (at === -1) return
    lanes.splice(at, 1)
    count--
    lane.giveUp(why)
  }
  /** The one with the least to do; another one while there may be more. */
  function freeLane(): Lane {
    const idle = lanes.find(({ waiting }) => waiting === 0)
    if (idle) return idle
    if (lanes.length < count) return startLane()
    return lanes.reduce((least, lane) => (lane.waiting < least.waiting ? lane : least))
  }

  const first = startLane()
  if (!(await answers(first))) return null
  return {
    concurrency: wanted,
    async scoreBlock(block) {
      const lane = freeLane()
      try {
        return await hearIn(lane, block)
      } catch (error) {
        if (lane === first) throw error
        dismiss(lane, error)
        return hearIn(first, block)
      }
    },
  }
}

async function hearIn(lane: Lane, block: number): Promise<ScoredBlock> {
  lane.waiting++
  try {
    return await Promise.race([lane.remote.hear(block), lane.broken])
  } finally {
    lane.waiting--
  }
}

const answers = ({ opened, broken }: Lane): Promise<boolean> =>
  Promise.race([opened, broken]).then(
    () => true,
    () => false,
  )
