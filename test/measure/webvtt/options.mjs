import { parseArgs } from 'node:util'
import { engines } from '../engines/options.mjs'

export const usage = `npm run conformance:webvtt -- [--seed 1] [--count 500] [--engines chromium,firefox] [--show 20]

  --seed     Another number generates other files.
  --count    How many files are generated; 500 without it.
  --engines  Of ${engines.join(', ')}. Without it: chromium and firefox.
  --show     How many differences of each kind are printed; 20 without it.`

/** @param {readonly string[]} args Throws a sentence if they are wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '500' },
      engines: { type: 'string', default: 'chromium,firefox' },
      show: { type: 'string', default: '20' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const wanted = values.engines.split(',')
  const unknown = wanted.find((name) => !engines.includes(name))
  if (unknown !== undefined) throw new Error(`There is no engine “${unknown}”.`)
  return {
    seed: countOf(values.seed, '--seed'),
    count: countOf(values.count, '--count'),
    engines: wanted,
    show: countOf(values.show, '--show'),
    help: values.help,
  }
}

function countOf(written, name) {
  const count = Number(written)
  if (Number.isInteger(count) && count >= 0) return count
  throw new Error(`${name} is a whole number, not “${written}”.`)
}
