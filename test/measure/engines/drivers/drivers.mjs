import { launchChromium } from './chromium.mjs'
import { launchFirefox } from './firefox.mjs'
import { launchWebKit } from './webkit.mjs'

/**
 * All that the journey asks of a browser.
 *
 * @typedef {object} Driver
 * @property {string} version
 * @property {(address: string) => Promise<void>} open
 * @property {(run: Function, ...args: unknown[]) => Promise<any>} evaluate
 *   Runs a function in the page; it sees nothing around it but its arguments.
 * @property {(x: number, y: number) => Promise<void>} click A press of the mouse, CSS pixels.
 * @property {(key: string) => Promise<void>} press A key by its `KeyboardEvent.key`.
 * @property {() => string[]} consoleErrors What the browser itself wrote to the console as an error.
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, () => Promise<Driver>>} */
export const launchers = {
  firefox: launchFirefox,
  webkit: launchWebKit,
  chromium: launchChromium,
}
