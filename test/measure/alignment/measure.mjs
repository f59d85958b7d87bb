import { loadEngine, modelFiles } from './load-engine.mjs'
import { measureCase } from './measure-case.mjs'
import { readOptions, usage } from './options.mjs'
import { heading, lineOf, wordHeading, wordLineOf } from './table.mjs'

/**
 * `npm run align:measure`: the errors of aligned times, in recordings whose times are known. The recordings are
 * cached in .cache/alignment.
 */
try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(usage)
  else if (options.list) console.log(options.cases.map(({ name }) => name).join('\n'))
  else process.exitCode = await measureAll(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

/** @returns {Promise<number>} 1 when a case could not be measured */
async function measureAll({ cases, half, json }) {
  const world = { engine: await loadEngine(), files: modelFiles() }
  const print = json ? console.error : console.log
  const measured = []
  let failed = 0
  print(heading)
  for (const { name, make } of cases) {
    try {
      const measurement = await measureCase({ name, ...(await make(half)) }, world)
      measured.push(measurement)
      print(lineOf(measurement))
    } catch (error) {
      failed++
      print(`${name.padEnd(26)} FAILS: ${error.message}`)
    }
  }
  const withWords = measured.filter(({ score }) => score.words !== null)
  if (withWords.length > 0) print(`\n${wordHeading}\n${withWords.map(wordLineOf).join('\n')}`)
  if (json) console.log(JSON.stringify(measured, null, 2))
  return failed === 0 ? 0 : 1
}
