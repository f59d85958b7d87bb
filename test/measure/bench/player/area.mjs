import { launchChromium } from '../../../support/chromium.mjs'
import { serveBuiltApp } from '../../../support/serve-built-app.mjs'
import { alone, compared } from '../row.mjs'
import { measurePhases, preparePhases } from '../start/phases.mjs'
import { median, percentile } from '../statistics.mjs'
import * as accuracy from './accuracy.mjs'
import * as clicks from './clicks.mjs'
import { makeFixtures } from './fixtures.mjs'
import { createPlayers } from './players.mjs'
import * as playing from './playing.mjs'
import { serveFixtures } from './serve-fixtures.mjs'
import * as size from './size.mjs'
import { rest, visit } from './visit.mjs'

const allCounts = [1000, 10_000, 100_000]
/** At this many words the ratios have targets. */
const targetCount = 100_000
const rounds = 3
const rates = [1, 2]
const mostErrorMs = 50

const measures = [
  { key: 'seekFromStart', name: 'click to seek, from the start, ms', target: 0.1 },
  { key: 'seekFromNearby', name: 'click to seek, from nearby, ms' },
  { key: 'markFromStart', name: 'click to painted word, from the start, ms' },
  { key: 'markFromNearby', name: 'click to painted word, from nearby, ms' },
  { key: 'busy', name: 'busy while playing, %', target: { collapsed: 1, shown: 3 } },
  { key: 'nodes', name: 'nodes', target: 0.1 },
  { key: 'heap', name: 'heap, MB' },
]
const looks = ['collapsed', 'shown']

/** Earshot beside hyperaudio-lite on the same transcripts, and how exactly Earshot marks words. */
export const player = {
  name: 'player',
  async measure({ log, words }) {
    const counts = allCounts.filter((count) => count <= words)
    makeFixtures(counts, { log })
    const app = await serveBuiltApp()
    const fixtures = await serveFixtures()
    const browser = await launchChromium()
    try {
      const players = createPlayers({ app: app.address, fixtures: fixtures.address })
      log('warming up')
      for (const player of Object.values(players))
        await warmUp(browser, { player, count: counts[0] })
      const found = new Map()
      for (const count of counts)
        found.set(count, await measureCount(browser, { players, count, log }))
      const rows = [
        ...measures.flatMap((measure) => rowsOf(measure, found)),
        ...(await accuracyRows(browser, { app: app.address, log })),
      ]
      return { rows, notes: notesFor(browser) }
    } finally {
      await browser.close()
      fixtures.close()
      await app.close()
    }
  },
}

/** The rounds are interleaved, so that what else the machine does falls on all players alike. */
async function measureCount(browser, { players, count, log }) {
  const found = Object.fromEntries(Object.keys(players).map((key) => [key, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const [key, player] of Object.entries(players)) {
      log(`${formatCount(count)} words, round ${round} of ${rounds}: ${player.name}`)
      found[key].push(await measureVisit(browser, { player, count }))
    }
  }
  return found
}

/** The first page that plays sound waits for the browser to start its audio process. */
function warmUp(browser, { player, count }) {
  return visit(browser, { player, count, prepare: preparePhases(count) }, measurePhases)
}

function measureVisit(browser, { player, count }) {
  const prepare = preparePhases(count)
  return visit(browser, { player, count, prepare }, async (page, devtools) => {
    await measurePhases(page)
    await rest(browser)
    const sizes = await size.measureSize(page, devtools)
    // Playing comes before the clicks, whose scrolling ends Earshot's following.
    const busy = await playing.measureBusyShare(page, devtools, { count })
    const clicked = await clicks.measureClicks(browser, page, { count })
    return { ...sizes, busy, ...clicked }
  })
}

function rowsOf({ key, name, target = null }, found) {
  return [...found].flatMap(([count, byPlayer]) =>
    looks.map((look) => {
      const of = (player) => median(byPlayer[player].map((visit) => visit[key]))
      return compared({
        name: `${name}, ${formatCount(count)} words, waveform ${look}`,
        earshot: of(look),
        peer: of('peer'),
        target: count === targetCount ? (target?.[look] ?? target) : null,
      })
    }),
  )
}

async function accuracyRows(browser, { app, log }) {
  const rows = []
  for (const rate of rates) {
    log(`the demo at ${rate}×`)
    const errors = await accuracy.measureErrors(browser, { app, rate })
    const row = (name, share, target = null) =>
      alone({
        name: `error of the mark, ms, ${rate}×, ${name}`,
        earshot: percentile(errors, share),
        target,
      })
    rows.push(
      row('median', 0.5),
      row('p95', 0.95, rate === 1 ? mostErrorMs : null),
      row('worst', 1),
    )
  }
  return rows
}

const formatCount = (count) => count.toLocaleString('en')

const notesFor = (browser) => [
  `Chromium ${browser.version()}. The peer is hyperaudio-lite 2.6.4. Each number is the median of ${rounds} ` +
    'loads, the players taking turns.',
  ...[clicks, playing, size, accuracy].map(({ definition }) => `- ${definition}`),
  '- The waveform of ten hours (100,000 words) is being drawn while it is measured; the peer has none.',
]
