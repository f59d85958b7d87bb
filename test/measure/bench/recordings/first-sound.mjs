import { hear } from './opening-probe.mjs'
import { giveFile, newContext, newPage, openPage } from './visit.mjs'
import { within } from './within.mjs'

const patienceMs = 30_000

export const definition =
  'first sound: from the input event of the file until the media element has said `playing` and its time has ' +
  'moved, play being pressed as early as it can be: in a bare `<audio>` and in wavesurfer.js with the ' +
  'file, in Earshot when the button is there. In a browser that has played before.'

/** Milliseconds, in a page with nothing kept. */
export async function timeOfFirstSound(browser, { address, path }) {
  const context = await newContext(browser)
  try {
    const page = await newPage(context, { presses: true })
    await openPage(page, address)
    await giveFile(page, path)
    return await within(patienceMs, 'sound is heard', page.evaluate(hear))
  } finally {
    await context.close()
  }
}
