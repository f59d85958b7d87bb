import { availableParallelism, loadavg } from 'node:os'
import { launchChromium } from '../../../support/chromium.mjs'
import { serveBuiltApp } from '../../../support/serve-built-app.mjs'
import { makeFixtures } from '../player/fixtures.mjs'
import { createPlayers } from '../player/players.mjs'
import { serveFixtures } from '../player/serve-fixtures.mjs'
import { visit } from '../player/visit.mjs'
import { compared } from '../row.mjs'
import { median } from '../statistics.mjs'
import { serveFloor } from './floor.mjs'
import { measureLighthouse } from './lighthouse.mjs'
import {
  definitions,
  measurePhases,
  preparePhases,
  processorTimes,
  traceCategories,
} from './phases.mjs'

const fewest = 1000
const most = 100_000
const roundsOf = { [fewest]: 5, 10_000: 5, [most]: 3 }
const looks = ['collapsed', 'shown']
/** The most that all 100,000 words may take beside one thousand. */
const growth = 1.3

const measures = [
  { key: 'document', name: 'document' },
  { key: 'paint', name: 'first paint' },
  { key: 'scripts', name: 'scripts' },
  { key: 'transcript', name: 'transcript fetched' },
  { key: 'firstLines', name: 'first lines' },
  {
    key: 'interactive',
    name: 'interactive',
    targets: {
      [fewest]: { collapsed: 1.25, shown: 1.5 },
      10_000: { collapsed: 0.6, shown: 0.7 },
      [most]: { collapsed: 0.25, shown: 0.3 },
    },
  },
  { key: 'processor', name: 'processor time until interactive' },
  { key: 'allLines', name: 'all lines', targets: { [most]: { collapsed: 0.6, shown: 0.6 } } },
]

/** How the page starts: its phases beside hyperaudio-lite and beside React alone, and Lighthouse. */
export const start = {
  name: 'start',
  async measure({ log, words }) {
    const load = loadNow()
    const counts = Object.keys(roundsOf)
      .map(Number)
      .filter((count) => count <= words)
    makeFixtures(counts, { log })
    const app = await serveBuiltApp()
    const fixtures = await serveFixtures()
    const floor = await serveFloor()
    try {
      const players = createPlayers({ app: app.address, fixtures: fixtures.address })
      const { rows, notes } = await measureAll({ players, floor: floor.player, counts, log })
      const lighthouse = await measureLighthouse({ folder: app.folder, log })
      return {
        rows: [...rows, ...lighthouse.rows],
        notes: [
          `${availableParallelism()} cores; load ${load} before, ${loadNow()} after.`,
          ...notes,
          ...lighthouse.notes,
        ],
      }
    } finally {
      await floor.close()
      fixtures.close()
      await app.close()
    }
  },
}

const loadNow = () => loadavg()[0].toFixed(1)

/**
 * A debugger that is attached, as the bench's is, makes V8 look up line numbers for each Error that is created, by parsing
 * the code around it once more; React creates some while it starts. With this, line numbers are kept from the first parse.
 */
const withoutSecondParse = '--js-flags=--no-enable-lazy-source-positions'

async function measureAll({ players, floor, counts, log }) {
  const browser = await launchChromium([withoutSecondParse])
  try {
    log('warming up')
    for (const player of Object.values(players)) await measure(browser, { player, count: fewest })
    const found = new Map()
    for (const count of counts) {
      const pages = count === fewest ? { ...players, floor } : players
      found.set(count, await measureCount(browser, { pages, count, log }))
    }
    return { rows: rowsOf(found), notes: notesFor(browser) }
  } finally {
    await browser.close()
  }
}

/**
 * The rounds are interleaved, so that what else the machine does falls on all pages alike. All are in one trace: between
 * two, the browser waits seconds for processes that have ended.
 */
async function measureCount(browser, { pages, count, log }) {
  const visits = []
  await browser.startTracing(undefined, { categories: traceCategories })
  for (let round = 1; round <= roundsOf[count]; round++) {
    for (const [key, player] of Object.entries(pages)) {
      log(`${formatCount(count)} words, round ${round} of ${roundsOf[count]}: ${player.name}`)
      visits.push({ key, phases: await measure(browser, { player, count }) })
    }
  }
  const times = processorTimes((await browser.stopTracing()).toString())
  if (times.length !== visits.length) throw new Error('the trace does not have all visits')
  return Object.fromEntries(
    Object.keys(pages).map((page) => [
      page,
      visits.flatMap(({ key, phases }, at) =>
        key === page ? [{ ...phases, processor: times[at] }] : [],
      ),
    ]),
  )
}

const measure = (browser, { player, count }) =>
  visit(browser, { player, count, prepare: preparePhases(count) }, measurePhases)

function rowsOf(found) {
  const of = (count, page, key) => {
    const values = found.get(count)[page].map((phases) => phases[key])
    return values.includes(null) ? null : median(values)
  }
  const counts = [...found.keys()]
  const beside = measures.flatMap(({ key, name, targets }) =>
    counts.flatMap((count) =>
      looks
        .filter((look) => of(count, look, key) !== null)
        .map((look) =>
          compared({
            name: `${name}, ms, ${formatCount(count)} words, waveform ${look}`,
            earshot: of(count, look, key),
            peer: of(count, 'peer', key),
            target: targets?.[count]?.[look] ?? null,
          }),
        ),
    ),
  )
  const overFloor = ['interactive', 'processor'].map((key) =>
    compared({
      name: `${nameOf(key)} beside React alone, ms, 1,000 words, waveform collapsed`,
      earshot: of(fewest, 'collapsed', key),
      peer: of(fewest, 'floor', key),
    }),
  )
  const grown = looks
    .filter(() => counts.includes(most))
    .map((look) =>
      compared({
        name: `interactive beside its own at 1,000 words, ms, 100,000 words, waveform ${look}`,
        earshot: of(most, look, 'interactive'),
        peer: of(fewest, look, 'interactive'),
        target: growth,
      }),
    )
  return [...beside, ...overFloor, ...grown]
}

const nameOf = (key) => measures.find((measure) => measure.key === key).name
const formatCount = (count) => count.toLocaleString('en')

const notesFor = (browser) => [
  `Chromium ${browser.version()}. The peer is hyperaudio-lite 2.6.4. Medians of ${roundsOf[fewest]} loads ` +
    `(${roundsOf[most]} of 100,000 words), the pages taking turns; nothing is compressed.`,
  ...definitions.map((definition) => `- ${definition}`),
  '- Processor time: of all tasks of the page’s main thread until it is interactive, from a trace that runs in all ' +
    'loads. It holds on a busy machine, where times do not.',
  '- React alone: a page that mounts one element; a click on it counts as the seek.',
  '- V8 keeps line numbers from the first parse, in all pages. Else the debugger of the bench has it parse ' +
    'React and what is in the same file a second time, which no reader’s browser does.',
]
