import { launchWithPuppeteer } from '../engines/drivers/puppeteer.mjs'
import { launchWebKit } from '../engines/drivers/webkit.mjs'
import { findProgram } from '../engines/machine/programs.mjs'
import { findChromium } from '../../support/chromium.mjs'

/**
 * The engines of test/measure/engines, with a given output for their audio.
 *
 * @type {Record<string, (server: string) => Promise<import('../engines/drivers/drivers.mjs').Driver>>}
 */
export const browsers = {
  chromium: (server) =>
    launchWithPuppeteer({
      browser: 'chrome',
      executablePath: findChromium(),
      env: { ...process.env, PULSE_SERVER: server },
      ignoreDefaultArgs: ['--mute-audio'],
      args: [
        '--no-sandbox',
        '--autoplay-policy=no-user-gesture-required',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    }),
  firefox: (server) =>
    launchWithPuppeteer({
      browser: 'firefox',
      executablePath: findProgram('firefox-esr', 'firefox'),
      env: { ...process.env, PULSE_SERVER: server },
      extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
    }),
  /** Its driver passes on this process's environment. */
  webkit: (server) => {
    process.env['PULSE_SERVER'] = server
    return launchWebKit()
  },
}
