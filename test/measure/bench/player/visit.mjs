import { setTimeout as wait } from 'node:timers/promises'

const viewport = { width: 1280, height: 800 }
/** The browser is at rest when all its processes together use less than this share of a core. */
const restShare = 0.06
const lookEveryMs = 250
/** Ten hours of sound are decoded before it rests: two minutes on a machine that does other things as well. */
const longestUnrest = 300_000

/**
 * A player's page in a browser context of its own, so with empty caches. `prepare` is what else runs in
 * the page before its own scripts: a function and its argument.
 */
export async function visit(browser, { player, count, prepare = null }, inspect) {
  const context = await browser.newContext({ viewport, storageState: player.storage })
  try {
    const page = await context.newPage()
    const failures = []
    page.on('pageerror', (error) => {
      // hyperaudio-lite asks to play and does not wait; our pause then ends its promise.
      if (!error.message.includes('interrupted by a call to pause')) failures.push(error)
    })
    await page.addInitScript(player.look, player.lookArgument)
    if (prepare) await page.addInitScript(prepare.run, prepare.argument)
    const devtools = await context.newCDPSession(page)
    await page.goto(player.address(count), { waitUntil: 'commit' })
    const result = await inspect(page, devtools)
    if (failures.length > 0) throw failures[0]
    return result
  } catch (error) {
    throw new Error(`${player.name}, ${count} words: ${error.message}`, { cause: error })
  } finally {
    await context.close()
  }
}

/**
 * Waits until the whole browser, sound decoders and painters included, has come to rest: what a page
 * puts off until after it can be used (peaks of the sound) is not then charged to what comes next.
 */
export async function rest(browser) {
  const devtools = await browser.newBrowserCDPSession()
  const begun = performance.now()
  let restful = 0
  let before = await processorTime(devtools)
  while (restful < 2) {
    if (performance.now() - begun > longestUnrest) throw new Error('the browser never rests')
    const start = performance.now()
    await wait(lookEveryMs)
    const now = await processorTime(devtools)
    const share = (now - before) / ((performance.now() - start) / 1000)
    restful = share < restShare ? restful + 1 : 0
    before = now
  }
  await devtools.detach()
}

/** Seconds of all the browser's processes. */
async function processorTime(devtools) {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}
