import { join } from 'node:path'
import { launchers } from '../engines/drivers/drivers.mjs'
import { closeWhenInterrupted, listenForInterruption } from '../engines/machine/interruption.mjs'
import { ensurePackages } from '../engines/machine/packages.mjs'
import { endAllProcesses } from '../engines/machine/processes.mjs'
import { recordingsFolder } from '../../make/recordings/place.mjs'
import { serveRecordings } from '../seeks/recording-server.mjs'
import { serveBuiltApp } from '../../support/serve-built-app.mjs'
import { comparePeaks } from './compare.mjs'
import { drawnPeaks } from './drawn-peaks.mjs'
import { compareWithItself } from './noise.mjs'
import { readOptions, usage } from './options.mjs'
import { ensureRecording } from './recordings.mjs'
import { referencePeaks, soundOf } from './reference.mjs'
import { heading, judge, lineOf, lineOfFailure } from './table.mjs'

/**
 * `npm run peaks`: compares the peaks that the app draws with those of FFmpeg's decoding, in each format.
 */
listenForInterruption()
process.once('exit', endAllProcesses)

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(usage)
  else process.exitCode = await runAll(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runAll({ kinds, length, engine, address }) {
  ensurePackages([engine])
  const server = await serveRecordings()
  const app = address === null ? await serveBuiltApp() : { address, async close() {} }
  const verdicts = []
  try {
    for (const kind of kinds) {
      const name = await ensureRecording(kind, length)
      const world = { engine, app: app.address, server: server.address, isFirst: kind === kinds[0] }
      verdicts.push(await lookAt(name, world))
    }
  } finally {
    await server.close()
    await app.close()
  }
  console.log(`\n${summary(verdicts)}`)
  return verdicts.some((verdict) => verdict === 'UNDER' || verdict === 'FAILS') ? 1 : 0
}

/** @returns {Promise<import('./table.mjs').Verdict>} */
async function lookAt(name, { engine, app, server, isFirst }) {
  const path = join(recordingsFolder, name)
  try {
    const peaks = await withBrowser(engine, (driver) => {
      if (isFirst) console.log(`${driver.version}\n\n${heading}`)
      return drawnPeaks(driver, { app, recording: `${server}recordings/${name}`, name })
    })
    const sound = soundOf(path)
    const found = comparePeaks(peaks, await referencePeaks(['-i', path], sound))
    const itself = sound.codec === 'aac' ? await compareWithItself(path, sound) : null
    const verdict = judge(found, itself)
    console.log(lineOf({ name, found, itself, verdict }))
    return verdict
  } catch (error) {
    console.log(lineOfFailure({ name, reason: error.message }))
    return 'FAILS'
  }
}

async function withBrowser(engine, act) {
  const driver = await launchers[engine]()
  const forget = closeWhenInterrupted(driver.close)
  try {
    return await act(driver)
  } finally {
    forget()
    await driver.close()
  }
}

function summary(verdicts) {
  const count = (wanted) => verdicts.filter((verdict) => verdict === wanted).length
  const others = [
    [
      count('noise'),
      'under it for noise that each decoding makes up anew, as FFmpeg against itself',
    ],
    [count('UNDER'), 'under it'],
    [count('FAILS'), 'not drawn'],
  ].filter(([number]) => number > 0)
  const parts = others.map(([number, what]) => `${number} ${what}`)
  return [`${count('ok')} within 2 % of full scale at 99 % of the points`, ...parts].join('; ')
}
