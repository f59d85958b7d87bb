import { createServer } from 'node:net'
import lighthouse, { desktopConfig } from 'lighthouse'
import { launchChromium } from '../../../support/chromium.mjs'
import { alone } from '../row.mjs'
import { median } from '../statistics.mjs'
import { serveCompressed } from './serve-compressed.mjs'

const rounds = 3
/** Milliseconds; Lighthouse's own 45 s are too few on a busy machine. */
const maxWaitForLoad = 120_000
const devices = [
  { name: 'mobile', config: undefined },
  { name: 'desktop', config: desktopConfig },
]

const measures = [
  {
    name: 'points below 100',
    measured: ({ categories }) => 100 - Math.round(100 * categories.performance.score),
    target: 5,
  },
  { name: 'first contentful paint, ms', audit: 'first-contentful-paint', target: 1500 },
  { name: 'largest contentful paint, ms', audit: 'largest-contentful-paint', target: 2200 },
  { name: 'speed index, ms', audit: 'speed-index' },
  { name: 'total blocking time, ms', audit: 'total-blocking-time', target: 100 },
  { name: 'layout shift', audit: 'cumulative-layout-shift', target: 0.02 },
]

/** Rows of Lighthouse for the demo of the built app in this folder. Nothing but the page is asked for anything. */
export async function measureLighthouse({ folder, log }) {
  const app = await serveCompressed(folder)
  try {
    const found = devices.map(() => [])
    for (let round = 1; round <= rounds; round++) {
      for (const [at, { name, config }] of devices.entries()) {
        log(`Lighthouse, ${name}, round ${round} of ${rounds}`)
        found[at].push(await run(app.address, config))
      }
    }
    const rows = devices.flatMap((device, at) =>
      measures.map((measure) => rowOf(measure, { device, results: found[at] })),
    )
    return { rows, notes: notesFor(found.flat()) }
  } finally {
    app.close()
  }
}

function rowOf({ name, audit, measured, target = null }, { device, results }) {
  const value = measured ?? (({ audits }) => audits[audit].numericValue)
  return alone({
    name: `Lighthouse, ${device.name}, ${name}`,
    earshot: median(results.map(value)),
    // The targets are for the simulated telephone.
    target: device.name === 'mobile' ? target : null,
  })
}

/** In a browser of its own, so that nothing that it has compiled before helps. */
async function run(address, config) {
  const port = await freePort()
  const browser = await launchChromium([`--remote-debugging-port=${port}`])
  try {
    const flags = { port, logLevel: 'error', maxWaitForLoad, disableFullPageScreenshot: true }
    const { lhr } = await lighthouse(address, { ...flags, onlyCategories: ['performance'] }, config)
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
    return lhr
  } finally {
    await browser.close()
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, 'localhost', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

function notesFor(results) {
  const [{ lighthouseVersion }] = results
  const speeds = results.map(({ environment }) => environment.benchmarkIndex)
  return [
    `- Lighthouse ${lighthouseVersion} on the demo, ${rounds} rounds, medians. Its simulated telephone has a processor a ` +
      'quarter as fast as this machine was. The app comes from the bench’s own server, which sends text with Brotli, ' +
      'as web hosts do (`npm start` does not compress). This machine’s speed by Lighthouse’s benchmark ' +
      `(a quiet desktop has 1,500 and more): ${Math.min(...speeds)} to ${Math.max(...speeds)}.`,
  ]
}
