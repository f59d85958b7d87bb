import { parseArgs } from 'node:util'
import { alignment } from './alignment/area.mjs'
import { besideCommitted, circumstances, commit } from './committed.mjs'
import { meaningOfVerdicts } from './compare.mjs'
import { formats } from './formats/area.mjs'
import { player } from './player/area.mjs'
import { recordings } from './recordings/area.mjs'
import { readRecordingOptions, recordingOptions, recordingUsage } from './recordings/options.mjs'
import { start } from './start/area.mjs'
import { toTable, wrapped } from './table.mjs'

/**
 * The areas that can be measured. `measure({ log, … })` returns rows (row.mjs) and notes. `log` takes a line of
 * progress; `words` is the largest transcript to measure, Infinity for all; `recordings` are the recordings,
 * `rounds` how often each is measured, `address` the address of a built app; `nodeOnly` leaves out the browser.
 */
const areas = [start, player, recordings, alignment, formats]

const { only, json, save, problem, ...what } = readArguments()
if (problem === null) await runBench()
else {
  console.error(problem)
  process.exitCode = 2
}

async function runBench() {
  const log = (line) => console.error(`  ${line}`)
  const chosen = areas.filter(({ name }) => only === null || name === only)
  const all = []
  for (const { name, measure } of chosen) {
    console.error(`${name}:`)
    try {
      const { rows: found, notes } = await measure({ log, ...what })
      const rows = besideCommitted(name, found)
      if (rows !== found) notes.push(meaningOfVerdicts(circumstances(name)))
      if (save) commit(name, found)
      all.push(...rows)
      if (!json) console.log(`\n${toTable(rows)}\n\n${notes.map(wrapped).join('\n')}\n`)
    } catch (error) {
      console.error(error)
      console.error(`The bench could not measure ${name}.`)
      process.exitCode = 1
    }
  }
  if (json) console.log(JSON.stringify(all, null, 2))
}

function readArguments() {
  const names = areas.map(({ name }) => name)
  const usage =
    `npm run bench -- [--only ${names.join('|')}] [--json] [--save]\n` +
    '  --save writes the figures to docs/performance.json, with which later runs are compared\n' +
    `  start, player: [--words 1000]\n  recordings:  ${recordingUsage}\n` +
    '  alignment:   [--node-only] [--address of a built app]\n' +
    '  formats:     [--node-only] [--rounds 3]'
  const asked = { only: null, json: false, save: false, problem: null }
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        words: { type: 'string' },
        json: { type: 'boolean', default: false },
        save: { type: 'boolean', default: false },
        'node-only': { type: 'boolean', default: false },
        ...recordingOptions,
      },
    })
    const only = values.only ?? null
    const words = Number(values.words ?? Infinity)
    if (only !== null && !names.includes(only)) {
      return {
        ...asked,
        problem: `--only takes one of: ${names.join(', ')}; not “${only}”.`,
      }
    }
    if (!(words >= 1000)) return { ...asked, problem: `--words starts at 1000.\n${usage}` }
    if (values.save && words < Infinity) {
      return { ...asked, problem: 'The figures are saved whole: --save goes without --words.' }
    }
    return {
      only,
      words,
      save: values.save,
      json: values.json,
      nodeOnly: values['node-only'],
      problem: null,
      ...readRecordingOptions(values),
    }
  } catch (error) {
    return { ...asked, problem: `${error.message}\n${usage}` }
  }
}
