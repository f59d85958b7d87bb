import { readInPage } from './in-page.mjs'
import { createTree } from './tree.mjs'

const batchSize = 20
const timeoutMs = 4000

/**
 * Reads files with the `<track>` of a browser.
 *
 * @param {import('../engines/drivers/drivers.mjs').Driver} driver at a page with an address
 * @param {import('./generate-file.mjs').TestFile[]} files
 * @returns {Promise<import('./compare.mjs').ReadCue[][]>}
 */
export async function readInBrowser(driver, files) {
  const read = []
  for (let at = 0; at < files.length; at += batchSize) {
    const batch = files.slice(at, at + batchSize)
    const encoded = batch.map(({ bytes }) => Buffer.from(bytes).toString('base64'))
    const found = await driver.evaluate(readInPage, encoded, timeoutMs)
    for (const [index, { cues, outcome }] of found.entries()) {
      if (outcome === 'nothing')
        throw new Error(`${batch[index].name} never arrived in ${driver.version}.`)
      read.push(cues.map(toReadCue))
    }
  }
  return read
}

function toReadCue({ start, end, text, steps }) {
  const tree = createTree()
  for (const [kind, ...step] of steps) {
    if (kind === 'stamp') tree.stamp(secondsOf(step[0]))
    else tree[kind](...step)
  }
  return {
    start: Number(start),
    end: Number(end),
    text: text.normalize('NFC'),
    tree: tree.toString(),
  }
}

/** As browsers write it back: `00:00:01.000`. */
function secondsOf(written) {
  return written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}
