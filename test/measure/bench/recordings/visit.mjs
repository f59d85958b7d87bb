import { launchChromium } from '../../../support/chromium.mjs'
import { comeTo, watchOpening } from './opening-probe.mjs'
import { within } from './within.mjs'

const viewport = { width: 1280, height: 800 }
const patienceMs = 30_000

/** With a browser of its own, in which nothing is kept or warm. */
export async function withFreshBrowser(inspect) {
  const browser = await launchChromium()
  try {
    return await inspect(browser, await newContext(browser))
  } finally {
    await browser.close()
  }
}

export const newContext = (browser) => browser.newContext({ viewport })

/** A blank page in which the probe will run. */
export async function newPage(context, { presses = false } = {}) {
  const page = await context.newPage()
  await page.addInitScript(watchOpening, { presses })
  return page
}

/** Of Earshot's page, the input that index.html shows before the app runs is inert: nobody takes its files. */
const working = 'input[type=file]:not([inert] *)'

/** Opens a page that takes files. */
export async function openPage(page, address) {
  await page.goto(address)
  await page.locator(working).waitFor({ state: 'attached', timeout: patienceMs })
}

export const giveFile = (page, path) => page.setInputFiles(working, path)

/**
 * Waits until the page says in `data-peaks` that it has come so far. Throws what it says where it has
 * failed.
 *
 * @param {readonly string[]} states
 */
export async function waitForPeaks(page, states, { patienceMs }) {
  const what = `the page says “${states.join('” or “')}”`
  const state = await within(patienceMs, what, page.evaluate(comeTo, [...states, 'unavailable']))
  if (state !== 'unavailable') return
  const why = page.locator('.waveform-problem, #wave[data-peaks]')
  throw new Error((await why.first().textContent()) ?? 'the page says no more than “unavailable”')
}

/** What the probe has seen: see `watchOpening`. */
export const readOpening = (page) =>
  page.evaluate(() => {
    const { givenAt, states, tasks } = window.opening
    return { givenAt, states, tasks }
  })
