import { parseArgs } from 'node:util'
import { texts } from './texts/area.mjs'

/*
 * npm run attack [-- --only texts]
 *
 * Gives hostile input to each area of the app and prints what becomes of it. Exits with 1 if anything is wrong.
 */

/**
 * @typedef {object} Area
 * @property {string} name
 * @property {(log: (line: string) => void) => Promise<{ tried: number, faults: readonly string[] }>} attack
 */

/** @type {readonly Area[]} */
const areas = [texts]

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const chosen = areas.filter(({ name }) => (values.only ?? name) === name)
if (chosen.length === 0) {
  throw new Error(`No area ${values.only}. There are: ${areas.map(({ name }) => name).join(', ')}.`)
}
for (const { name, attack } of chosen) {
  const { tried, faults } = await attack((line) => console.log(line))
  for (const fault of faults) console.log(`FAILED ${name}: ${fault}`)
  console.log(`${name}: ${tried} attacks, ${faults.length} faults`)
  if (faults.length > 0) process.exitCode = 1
}
