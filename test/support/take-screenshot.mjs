import { launchChromium } from './chromium.mjs'
import { serveBuiltApp } from './serve-built-app.mjs'

/** `npm run screenshot`: the picture in the README, of the demo while it plays. */
const app = await serveBuiltApp()
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1200, height: 820 } })
await page.goto(`${app.address}#t=15.2`)
await page.waitForSelector('.waveform-marks')
await page.waitForSelector('[data-peaks=drawn]')
await page.keyboard.press('k')
await page.waitForFunction(() => document.querySelector('video').currentTime > 16.4)
await page.screenshot({ path: 'public/earshot.png' })
await browser.close()
await app.close()
