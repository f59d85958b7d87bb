import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const busyMs = 150
const mostTurns = 20
/** On one core, a renderer that is kept ready works for a while, too. */
const betweenTurnsMs = 500
const lookEveryMs = 100

/** Linux only. */
export const canReadMemory = existsSync('/proc/self/smaps_rollup')

/** What a process holds, but for what lies in files: its part of the program, which all tabs share. */
const kinds = ['Pss_Anon', 'Pss_Shmem']

/** The process that runs the page: of all that there are, the one that works when the page works. */
export async function processOf(browser, page) {
  const devtools = await browser.newBrowserCDPSession()
  try {
    for (let turn = 0; turn < mostTurns; turn++) {
      const before = await rendererTimes(devtools)
      await page.evaluate(work, busyMs)
      const after = await rendererTimes(devtools)
      // One that has just been started has worked, too.
      const worked = [...before].map(([id, time]) => ({ id, ms: 1000 * (after.get(id) - time) }))
      const [most, next] = worked.toSorted((a, b) => (b.ms || 0) - (a.ms || 0))
      if (most.ms > busyMs / 2 && !(next?.ms > most.ms / 3)) return most.id
      await wait(betweenTurnsMs)
    }
  } finally {
    await devtools.detach()
  }
  throw new Error('the process of the page cannot be told from the others')
}

/** Runs in the page. */
function work(ms) {
  for (const begun = performance.now(); performance.now() - begun < ms;);
}

/** Seconds. */
async function rendererTimes(devtools) {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  return new Map(renderers.map(({ id, cpuTime }) => [id, cpuTime]))
}

/** MB. */
function memoryOf(process) {
  const sizes = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')
  const kilobytes = (kind) => Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(sizes)[1])
  return kinds.reduce((sum, kind) => sum + kilobytes(kind), 0) / 1024
}

/** The least of some looks, MB: what the process comes down to. */
export async function restingMemory(process) {
  let least = Infinity
  for (let look = 0; look < 8; look++) {
    await wait(lookEveryMs)
    least = Math.min(least, memoryOf(process))
  }
  return least
}

/**
 * Looks again and again how much memory a process has. `tooMuch` rejects when it is more than `most`, MB;
 * `stop` answers with the most that was seen.
 */
export function watchMemory(process, { most = Infinity } = {}) {
  let peak = 0
  let timer
  const tooMuch = new Promise((_, reject) => {
    timer = setInterval(() => {
      try {
        peak = Math.max(peak, memoryOf(process))
        if (peak > most) reject(new Error(`it takes more than ${most} MB`))
      } catch {
        // The process has ended: whoever waits for its page hears of it.
        clearInterval(timer)
      }
    }, lookEveryMs)
  })
  tooMuch.catch(() => {})
  return {
    tooMuch,
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

/** Milliseconds that the threads of the page's workers have run until now; of those that are still there. */
export function workerTime(process) {
  const folder = `/proc/${process}/task`
  let sum = 0
  for (const thread of existsSync(folder) ? readdirSync(folder) : []) {
    try {
      if (!readFileSync(`${folder}/${thread}/comm`, 'utf8').startsWith('DedicatedWorker')) continue
      sum += Number(readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      // A thread that has just ended.
    }
  }
  return sum
}
