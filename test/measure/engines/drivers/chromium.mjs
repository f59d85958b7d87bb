import { findChromium } from '../../../support/chromium.mjs'
import { launchWithPuppeteer } from './puppeteer.mjs'

export function launchChromium() {
  return launchWithPuppeteer({
    browser: 'chrome',
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}
