import { startNullSink } from '../machine/null-sink.mjs'
import { findProgram } from '../machine/programs.mjs'
import { launchWithPuppeteer } from './puppeteer.mjs'

/** Firefox by WebDriver BiDi, with an output for its sound. */
export async function launchFirefox() {
  const sink = await startNullSink()
  try {
    const driver = await launchWithPuppeteer({
      browser: 'firefox',
      executablePath: findProgram('firefox-esr', 'firefox'),
      env: { ...process.env, PULSE_SERVER: sink.server },
      extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
    })
    return {
      ...driver,
      async close() {
        await driver.close()
        await sink.close()
      },
    }
  } catch (error) {
    await sink.close()
    throw error
  }
}
