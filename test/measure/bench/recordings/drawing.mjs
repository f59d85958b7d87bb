import { setTimeout as wait } from 'node:timers/promises'
import { canReadMemory, processOf, restingMemory, watchMemory } from './renderer.mjs'
import {
  giveFile,
  newPage,
  openPage,
  readOpening,
  waitForPeaks,
  withFreshBrowser,
} from './visit.mjs'

/** What comes after the drawing, the search for pauses, still counts. */
const afterwardsMs = 500
const longTaskMs = 50

export const definition =
  'overview, full peaks: from the input event of the file until the page says in `data-peaks` that the ' +
  'whole length has preview peaks, and that every sample was looked at; nothing plays. For wavesurfer.js both are ' +
  'its event `ready`. Memory: the most that the page’s process holds from the input event until half a second ' +
  'after the peaks, looked at every 100 ms (Pss_Anon and Pss_Shmem of smaps_rollup: without the program, ' +
  'which lies in files), less what an about:blank holds, the median of those that the visits began with. ' +
  'Tasks: what the browser calls long tasks of the main thread (50 ms or more) in that time; 0: there was ' +
  'none. Each visit has a browser of its own.'

/**
 * Milliseconds and MB, `null` where memory cannot be read.
 *
 * @typedef {object} Drawing
 * @property {number} overview
 * @property {number} peaks
 * @property {number | null} memory at most
 * @property {number | null} blank what a blank page in this browser held before
 * @property {number} longest task of the main thread; 0 where none took 50 ms
 * @property {number} long how many took more than 50 ms
 */

/**
 * Gives a recording to a page in a browser of its own. `goOn` may then do more in the same browser; what it
 * answers is added.
 *
 * @returns {Promise<Drawing>}
 */
export function measureDrawing({ address, path, limits, goOn = async () => ({}) }) {
  return withFreshBrowser(async (browser, context) => {
    const page = await newPage(context)
    const memoryOfPage = async () => restingMemory(await processOf(browser, page))
    const blank = canReadMemory ? await memoryOfPage() : null
    await openPage(page, address)
    const process = await processOf(browser, page)
    const memory = canReadMemory ? watchMemory(process, { most: limits.mostMegabytes }) : null
    try {
      await Promise.race([draw(page, path, limits), ...(memory ? [memory.tooMuch] : [])])
    } catch (error) {
      memory?.stop()
      throw error
    }
    const opening = await readOpening(page)
    return {
      ...timesIn(opening),
      ...tasksIn(opening),
      memory: memory && memory.stop(),
      blank,
      ...(await goOn(context, page)),
    }
  })
}

async function draw(page, path, limits) {
  await giveFile(page, path)
  await waitForPeaks(page, ['drawn'], limits)
  await wait(afterwardsMs)
}

/** Milliseconds since the file was given. */
export function timesIn({ givenAt, states }) {
  const at = (...names) => states.find(({ name }) => names.includes(name)).at - givenAt
  return { overview: at('previewed', 'drawn'), peaks: at('drawn') }
}

function tasksIn({ givenAt, tasks }) {
  const durations = tasks.flatMap(({ startTime, duration }) =>
    startTime + duration > givenAt ? [duration] : [],
  )
  const long = durations.filter((duration) => duration > longTaskMs)
  return { longest: Math.max(0, ...durations), long: long.length }
}
