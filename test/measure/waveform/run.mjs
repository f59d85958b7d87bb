import { parseArgs } from 'node:util'
import { launchChromium } from '../../support/chromium.mjs'
import { serveBuiltApp } from '../../support/serve-built-app.mjs'
import { makeFixtures } from '../bench/player/fixtures.mjs'
import { createPlayers } from '../bench/player/players.mjs'
import { serveFixtures } from '../bench/player/serve-fixtures.mjs'
import { median } from '../bench/statistics.mjs'
import { measureVisit } from './measure-visit.mjs'

/**
 * `npm run waveform:measure`: what the waveform costs while a recording plays, and how far the cursor is from the
 * playback position. Prints the figures of docs/adr/0160 that the present build can give.
 */
const usage = `npm run waveform:measure -- [--length 6m|10h] [--rounds 3]

  --length  6m or 10h; both without it. Ten hours take several minutes.
  --rounds  Visits, of which the median is printed; 3 for 6m and 1 for 10h without it.`

/** Words of the bench's transcripts, one each 0.36 s. */
const lengths = { '6m': { words: 1000, rounds: 3 }, '10h': { words: 100_000, rounds: 1 } }

const measures = [
  ['busy share of the main thread, %', 'busy'],
  ['CPU of all browser processes, %', 'processor'],
  ['layouts a second', 'layouts'],
  ['frames a second', 'frames'],
  ['distance of the cursor, median, px', 'error'],
]

try {
  const options = readOptions()
  if (options === null) console.log(usage)
  else await measure(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      length: { type: 'string' },
      rounds: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return null
  const chosen = values.length === undefined ? Object.keys(lengths) : [values.length]
  if (!(chosen[0] in lengths)) throw new Error(`--length is 6m or 10h.\n${usage}`)
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  if (rounds !== null && !(rounds >= 1)) throw new Error(`--rounds is 1 or more.\n${usage}`)
  return chosen.map((name) => ({ name, ...lengths[name], rounds: rounds ?? lengths[name].rounds }))
}

async function measure(chosen) {
  const log = (line) => console.error(`  ${line}`)
  makeFixtures(
    chosen.map(({ words }) => words),
    { log },
  )
  const app = await serveBuiltApp()
  const fixtures = await serveFixtures()
  const browser = await launchChromium()
  try {
    const player = createPlayers({ app: app.address, fixtures: fixtures.address }).shown
    console.log(
      `Chromium ${browser.version()}\n\n| figure | recording | view | value |\n|---|---|---|---|`,
    )
    for (const { name, words, rounds } of chosen) {
      const visits = []
      for (let round = 1; round <= rounds; round++) {
        log(`${name}, round ${round} of ${rounds}`)
        visits.push(await measureVisit(browser, { player, count: words }))
      }
      print(name, visits)
    }
  } finally {
    await browser.close()
    fixtures.close()
    await app.close()
  }
}

function print(name, visits) {
  const row = (figure, view, values) =>
    console.log(`| ${figure} | ${name} | ${view} | ${Number(median(values).toFixed(2))} |`)
  for (const [figure, key] of measures) {
    for (const view of ['whole', 'close']) {
      row(
        figure,
        view,
        visits.map((visit) => visit[view][key]),
      )
    }
  }
  row(
    'a doubling of the zoom, main thread, ms',
    'whole to close',
    visits.map(({ doubling }) => doubling),
  )
}
