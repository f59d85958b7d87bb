import { launchChromium } from './chromium.mjs'
import { launchFirefox } from './firefox.mjs'
import { launchWebKit } from './webkit.mjs'

/**
 * The operations that the journey needs of a browser.
 *
 * @typedef {object} Driver
 * @property {string} version
 * @property {(address: string) => Promise<void>} open
 * @property {(run: Function, ...args: unknown[]) => Promise<any>} evaluate
 *   Runs a function in the page; it must not use variables other than its arguments.
 * @property {(x: number, y: number) => Promise<void>} click Clicks at a position, CSS pixels.
 * @property {(key: string) => Promise<void>} press Presses a key, by its `KeyboardEvent.key`.
 * @property {() => string[]} consoleErrors Errors that the browser itself wrote to the console.
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, () => Promise<Driver>>} */
export const launchers = {
  firefox: launchFirefox,
  webkit: launchWebKit,
  chromium: launchChromium,
}
