// oxlint-disable unicorn/require-post-message-target-origin -- threads of Node have no origin
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { countedFormats, generateCounted } from './generate.mjs'
import { createRandom, nextInput } from './mutate.mjs'

/*
 * npm run fuzz [-- --seconds 60 --seed 1 --format webvtt]
 *
 * Reads mutated fixtures of every format for a given time. A failure is a throw, an unsound transcript (see
 * test/support/find-unsound.ts), or a read that takes longer than `longestRead`; its input is written to .cache/fuzz.
 * One input in four is generated, so that its words are known (see generate.mjs and generate-json.mjs): a lost word is a failure, too.
 */
const longestRead = 5000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    format: { type: 'string' },
  },
})
const folder = new URL('../../fixtures/transcripts/', import.meta.url)
const failuresFolder = new URL('../../../.cache/fuzz/', import.meta.url)

const formats = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (values.format ?? entry.name) === entry.name)
  .map(({ name }) => name)
const fixtures = formats.flatMap((format) =>
  readdirSync(new URL(`${format}/`, folder)).map((name) => ({
    name,
    format,
    bytes: new Uint8Array(readFileSync(new URL(`${format}/${name}`, folder))),
  })),
)
const counted = countedFormats.filter((format) => formats.includes(format))
if (fixtures.length === 0) throw new Error(`No fixtures for the format ${values.format}.`)

async function startReader() {
  const worker = new Worker(new URL('./reading-worker.mjs', import.meta.url))
  await answer(worker, 60_000)
  return worker
}

/** The worker's next message; `null` when it takes longer than `limitMs`. */
function answer(worker, limitMs) {
  return new Promise((resolve, reject) => {
    const end = (value) => {
      clearTimeout(timer)
      worker.off('message', end)
      worker.off('error', reject)
      resolve(value)
    }
    const timer = setTimeout(() => end(null), limitMs)
    worker.once('message', end)
    worker.once('error', reject)
  })
}

const random = createRandom(Number(values.seed))
const started = performance.now()
const failures = new Map()
let tried = 0
let slowest = 0
let reader = await startReader()
const begun = performance.now()
while (performance.now() - begun < Number(values.seconds) * 1000) {
  const isCounted = counted.length > 0 && random.below(4) === 0
  const { name, bytes, how, whole } = isCounted
    ? generateCounted(random.pick(counted), random)
    : nextInput(fixtures, random)
  // A listener can choose the format, so one in four of the others is read in any.
  const format = !isCounted && random.below(4) === 0 ? random.pick(formats) : undefined
  const sent = performance.now()
  reader.postMessage({ bytes, fileName: name, format, whole })
  const reply = await answer(reader, longestRead)
  tried += 1
  slowest = Math.max(slowest, performance.now() - sent)
  if (reply === null) {
    await reader.terminate()
    reader = await startReader()
  }
  const faults = reply === null ? [`no result within ${longestRead / 1000} s`] : reply.faults
  if (faults.length > 0) report({ name, bytes, how, format, faults })
}
await reader.terminate()

function report({ name, bytes, how, format, faults }) {
  const kind = faults[0].replace(/\d+/g, 'N')
  const count = failures.get(kind) ?? 0
  failures.set(kind, count + 1)
  // three examples a kind suffice
  if (count >= 3) return
  mkdirSync(failuresFolder, { recursive: true })
  const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}-${name}`
  writeFileSync(new URL(encodeURIComponent(file), failuresFolder), bytes)
  const as = format === undefined ? '' : `, read as ${format}`
  console.log(`FAILED .cache/fuzz/${file} (${how}${as}): ${faults.join('; ')}`)
}

const seconds = (performance.now() - begun) / 1000
const failed = [...failures.values()].reduce((sum, count) => sum + count, 0)
console.log(
  `${tried.toLocaleString('en')} inputs from ${fixtures.length} fixtures of ${formats.length} formats in ${seconds.toFixed(0)} s (${Math.round(tried / seconds).toLocaleString('en')} a second, started in ${((begun - started) / 1000).toFixed(1)} s, seed ${values.seed})`,
)
console.log(`slowest read ${slowest.toFixed(0)} ms; ${failed} failures of ${failures.size} kinds`)
process.exitCode = failed > 0 ? 1 : 0
