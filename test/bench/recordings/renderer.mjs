import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const busyMs = 150
const lookEveryMs = 100

/** Linux only. */
export const canReadMemory = existsSync('/proc/self/smaps_rollup')

/** What a process holds, but for what lies in files: its part of the program, which all tabs share. */
const kinds = ['Pss_Anon', 'Pss_Shmem']

/** The process that runs the page: of all, the one that has worked when the page works. */
export async function processOf(browser, page) {
  const devtools = await browser.newBrowserCDPSession()
  const timesOf = async () => {
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
    const renderers = processInfo.filter(({ type }) => type === 'renderer')
    return new Map(renderers.map(({ id, cpuTime }) => [id, cpuTime]))
  }
  const before = await timesOf()
  await page.evaluate((ms) => {
    for (const begun = performance.now(); performance.now() - begun < ms;);
  }, busyMs)
  const after = await timesOf()
  await devtools.detach()
  const worked = (id) => after.get(id) - (before.get(id) ?? 0)
  return [...after.keys()].reduce((most, id) => (worked(id) > worked(most) ? id : most))
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

/** Milliseconds that the threads of the page's workers have run until now. */
export function workerTime(process) {
  let sum = 0
  for (const thread of readdirSync(`/proc/${process}/task`)) {
    try {
      const folder = `/proc/${process}/task/${thread}`
      if (!readFileSync(`${folder}/comm`, 'utf8').startsWith('DedicatedWorker')) continue
      sum += Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      // A thread that has just ended.
    }
  }
  return sum
}
