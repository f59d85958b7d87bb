import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../machine/free-port.mjs'
import { endProcess, startProcess } from '../machine/processes.mjs'
import { findMiniBrowser, findProgram } from '../machine/programs.mjs'
import { startVirtualDisplay } from '../machine/virtual-display.mjs'
import { keyPress, mouseClick, openSession } from './webdriver.mjs'
import { windowSize } from './window-size.mjs'

const timeoutMs = 10_000

/**
 * WebKitGTK's MiniBrowser by WebDriver. Without a sound device, GStreamer plays in real time and discards the audio. The
 * driver gives no access to the console, so errors come only from the listener in the page.
 */
export async function launchWebKit() {
  const display = await startVirtualDisplay({ width: 1280, height: 1024 })
  const port = await findFreePort()
  const server = startProcess(findProgram('WebKitWebDriver'), [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display.display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  })
  const close = async () => {
    await endProcess(server)
    await display.close()
  }
  try {
    const session = await startSession(`http://127.0.0.1:${port}`)
    await session.resize(windowSize)
    return {
      version: `WebKitGTK ${session.capabilities.browserVersion}`,
      open: session.open,
      evaluate: session.evaluate,
      click: (x, y) => session.act(mouseClick(x, y)),
      press: (key) => session.act(keyPress(key)),
      consoleErrors: () => [],
      screenshot: async (path) => writeFile(path, await session.screenshot()),
      async close() {
        try {
          await session.close()
        } finally {
          await close()
        }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The server needs a moment before it listens. */
async function startSession(server) {
  for (let waited = 0; ; waited += 100) {
    const isListening = await fetch(`${server}/status`).then(
      () => true,
      () => false,
    )
    if (isListening) break
    if (waited > timeoutMs) throw new Error('WebKitWebDriver did not start')
    await delay(100)
  }
  return openSession(server, {
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  })
}
