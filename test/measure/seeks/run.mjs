import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { closeWhenInterrupted, listenForInterruption } from '../engines/machine/interruption.mjs'
import { ensurePackages } from '../engines/machine/packages.mjs'
import { endAllProcesses } from '../engines/machine/processes.mjs'
import { formats } from '../../make/recordings/formats.mjs'
import { lengths } from '../../make/recordings/options.mjs'
import { recordingName, recordingsFolder } from '../../make/recordings/place.mjs'
import { serveBuiltApp } from '../../support/serve-built-app.mjs'
import { browsers } from './browsers.mjs'
import { measureSeeks } from './measure.mjs'
import { openBare, openInApp } from './open.mjs'
import { readOptions, usage } from './options.mjs'
import { ensureOutput, startOutput } from './output.mjs'
import { placesIn } from './places.mjs'
import { serveRecordings } from './recording-server.mjs'
import { heading, summarise } from './table.mjs'

/**
 * `npm run seeks`: compares the audio after a seek with the time that is shown, in each format and engine, by
 * recordings with a time code (`npm run fixtures` makes them).
 */
listenForInterruption()
process.once('exit', endAllProcesses)

/** Larger files are not opened as files. */
const byAddressOnly = new Set(['wav-16', 'wav-24', 'wav-float', 'wav-rf64'])

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(usage)
  else process.exitCode = await runAll(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runAll(options) {
  const recordings = recordingsOf(options)
  const missing = recordings.find(({ name }) => !existsSync(join(recordingsFolder, name)))
  if (missing !== undefined) {
    throw new Error(
      `There is no ${missing.name}. Run: npm run fixtures -- --lengths ${options.length}`,
    )
  }
  ensurePackages(options.engines)
  ensureOutput(options.engines)
  const server = await serveRecordings()
  const app = options.bare ? null : await serveApp(options.address)
  const openIn = app === null ? openBare(server.address) : openInApp(app.address)
  let over = 0
  try {
    for (const engine of options.engines) {
      over += await runEngine(engine, { ...options, recordings, server: server.address, openIn })
    }
  } finally {
    await server.close()
    await app?.close()
  }
  console.log(over === 0 ? '\nAll within the targets' : `\n${over} over the targets`)
  return over === 0 ? 0 : 1
}

async function serveApp(address) {
  return address === null ? serveBuiltApp() : { address, async close() {} }
}

function recordingsOf({ formats: ids, length, names, ways }) {
  if (names !== null) return names.flatMap((name) => ways.map((way) => ({ name, way })))
  return formats
    .filter(({ id }) => ids.includes(id))
    .flatMap((format) => {
      const isByAddressOnly = byAddressOnly.has(format.id)
      const possible = ways.filter((way) => way === 'address' || !isByAddressOnly)
      return possible.map((way) => ({ name: recordingName(length, format), way }))
    })
}

/**
 * Measures each recording in a browser of its own, so that a crash or full memory affects only that recording. Returns
 * the number of recordings over the targets.
 */
async function runEngine(engine, { recordings, server, openIn, bare, length, seeks, seed, each }) {
  const places = placesIn(lengths[length], seeks, seed)
  let over = 0
  for (const [at, { name, way }] of recordings.entries()) {
    const log = (line) => console.error(`  ${engine}, ${name}, ${way}: ${line}`)
    const recording = `${server}recordings/${name}`
    const { isOk, line } = await withBrowser(engine, async (driver, output) => {
      if (at === 0) console.log(`\n${driver.version}${bare ? ', a bare <audio>' : ''}\n${heading}`)
      const open = () => openIn(driver, { recording, name, way })
      const logEach = each ? log : () => {}
      const measured = await measureSeeks({ driver, output, open, places, log, logEach })
      return summarise({ name, way, ...measured })
    })
    console.log(line)
    if (!isOk) over++
  }
  return over
}

async function withBrowser(engine, act) {
  const output = await startOutput()
  try {
    const driver = await browsers[engine](output.server)
    const forget = closeWhenInterrupted(driver.close)
    try {
      return await act(driver, output)
    } finally {
      forget()
      // A crashed browser cannot be closed.
      await driver.close().catch(() => {})
    }
  } finally {
    await output.close()
  }
}
