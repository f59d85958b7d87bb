import { parseArgs } from 'node:util'
import { engines } from '../engines/options.mjs'
import { lengths } from '../../make/recordings/options.mjs'
import { kinds } from './recordings.mjs'

const ids = kinds.map(({ id }) => id)

export const usage = `npm run peaks -- [--formats mp3-vbr,flac] [--length 10m] [--engine firefox] [--address URL]

  --formats  Of ${ids.join(', ')}. Without it: all.
  --length   Of ${Object.keys(lengths).join(', ')}; 10m without it.
  --engine   Of ${engines.join(', ')}; chromium without it.
  --address  Uses the built app that is served there instead of building it.

Ends with 1 when the peaks of a recording are under the target for another reason than made-up noise.`

/** @param {readonly string[]} args Throws a sentence if they are wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      formats: { type: 'string' },
      length: { type: 'string', default: '10m' },
      engine: { type: 'string', default: 'chromium' },
      address: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  expectAmong(Object.keys(lengths), 'length', values.length)
  expectAmong(engines, 'engine', values.engine)
  const names = values.formats?.split(',') ?? ids
  for (const name of names) expectAmong(ids, 'format', name)
  return {
    kinds: names.map((name) => kinds.find(({ id }) => id === name)),
    length: values.length,
    engine: values.engine,
    address: values.address ?? null,
    help: values.help,
  }
}

function expectAmong(known, what, name) {
  if (known.includes(name)) return
  throw new Error(`There is no ${what} “${name}”. There is: ${known.join(', ')}`)
}
