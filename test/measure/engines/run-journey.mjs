import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launchers } from './drivers/drivers.mjs'
import { createPlayerPage } from './journey/player-page.mjs'
import { closeWhenInterrupted } from './machine/interruption.mjs'
import { steps } from './journey/steps.mjs'

const timeoutMs = 60_000

/**
 * The whole journey in one engine. After a step that fails the next begins in a new page.
 *
 * @param {string} engine
 * @param {{ address: string, source: string, screenshots: string | null }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runJourney(engine, { address, source, screenshots }) {
  const tally = { passed: 0, failed: 0 }
  const report = (isPassed, name, detail = '') => {
    tally[isPassed ? 'passed' : 'failed'] += 1
    console.log(`${engine.padEnd(8)} ${isPassed ? 'ok    ' : 'failed'} ${name}${detail}`)
  }
  let driver = null
  let forget = () => {}
  try {
    driver = await within(timeoutMs, launchers[engine]())
    forget = closeWhenInterrupted(driver.close)
    console.log(`${engine.padEnd(8)} is ${driver.version}`)
    const page = createPlayerPage(driver)
    const demo = { source, lines: [] }
    await within(timeoutMs, page.open(address))
    for (const [at, { name, run }] of steps.entries()) {
      const failure = await failureOf(() => within(timeoutMs, run(page, demo)))
      if (screenshots !== null) {
        await mkdir(screenshots, { recursive: true })
        await driver.screenshot(
          join(screenshots, `${engine}-${String(at + 1).padStart(2, '0')}.png`),
        )
      }
      report(failure === null, name, failure === null ? '' : `: ${failure.message}`)
      if (failure === null || at === steps.length - 1) continue
      await within(timeoutMs, page.startAgain(address))
    }
  } catch (error) {
    report(false, 'the browser runs', `: ${error.message}`)
  } finally {
    forget()
    const failure = await failureOf(() => within(timeoutMs, driver?.close()))
    if (failure !== null) report(false, 'the browser ends', `: ${failure.message}`)
  }
  return tally
}

async function failureOf(act) {
  try {
    await act()
    return null
  } catch (error) {
    return error
  }
}

async function within(ms, promise) {
  const { promise: late, timer } = rejectAfter(ms)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

function rejectAfter(ms) {
  let timer
  const promise = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${ms / 1000} s`)), ms)
  })
  return { promise, timer }
}
