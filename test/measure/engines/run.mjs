import { readFile } from 'node:fs/promises'
import { serveBuiltApp } from '../../support/serve-built-app.mjs'
import { serveWithListener } from './listening-server.mjs'
import { listenForInterruption } from './machine/interruption.mjs'
import { ensurePackages } from './machine/packages.mjs'
import { endAllProcesses } from './machine/processes.mjs'
import { readOptions, usage } from './options.mjs'
import { runJourney } from './run-journey.mjs'

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

async function runAll({ engines, screenshots, address }) {
  ensurePackages(engines)
  const app = address === null ? await serveBuiltApp() : { address, close() {} }
  const server = await serveWithListener(app.address)
  const demo = new URL('../../../public/demo/demo.vtt', import.meta.url)
  const source = await readFile(demo, 'utf8')
  let [passed, failed] = [0, 0]
  try {
    for (const engine of engines) {
      const tally = await runJourney(engine, { address: server.address, source, screenshots })
      passed += tally.passed
      failed += tally.failed
    }
  } finally {
    await server.close()
    await app.close()
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
