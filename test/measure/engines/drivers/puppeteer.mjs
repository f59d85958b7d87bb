import { launch } from 'puppeteer-core'
import { windowSize } from './window-size.mjs'

/** Drives a browser with Puppeteer. */
export async function launchWithPuppeteer(options) {
  const browser = await launch({
    ...options,
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const page = await browser.newPage()
  await page.setViewport(windowSize)
  const errors = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`page: ${error.message}`))

  return {
    version: (await browser.version()).replace('/', ' '),
    async open(address) {
      await page.goto(address)
    },
    evaluate: (run, ...args) => page.evaluate(run, ...args),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    consoleErrors: () => [...errors],
    async screenshot(path) {
      await page.screenshot({ path })
    },
    close: () => browser.close(),
  }
}
