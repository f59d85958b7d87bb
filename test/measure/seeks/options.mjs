import { parseArgs } from 'node:util'
import { engines } from '../engines/options.mjs'
import { formats } from '../../make/recordings/formats.mjs'
import { lengths } from '../../make/recordings/options.mjs'

const ways = ['address', 'file']
const usual = {
  formats: formats.map(({ id }) => id),
  engines: ['chromium', 'firefox', 'webkit'],
  seeks: 30,
  length: '1h',
}

export const usage = `npm run seeks -- [--formats mp3-vbr,flac] [--length 1h] [--engines firefox] [--seeks 30] …

  --formats  Of ${usual.formats.join(', ')}. Without it: all.
  --length   Of ${Object.keys(lengths).join(', ')}; ${usual.length} without it.
  --engines  Of ${engines.join(', ')}. Without it: all.
  --ways     How the recording is opened: ${ways.join(', ')}. Without it: both, large WAV by address only.
  --seeks    How many in each; ${usual.seeks} without it.
  --seed     Another number seeks other places.
  --bare     Measures a bare <audio> and no app: what the browser does by itself.
  --names    Measures these files of .cache/recordings instead of formats.
  --each     Prints each seek, too.
  --address  Measures the built app that is served there instead of building it.`

/** @param {readonly string[]} args Throws a sentence if they are wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      formats: { type: 'string' },
      length: { type: 'string', default: usual.length },
      engines: { type: 'string' },
      ways: { type: 'string' },
      seeks: { type: 'string', default: String(usual.seeks) },
      seed: { type: 'string', default: '1' },
      bare: { type: 'boolean', default: false },
      names: { type: 'string' },
      each: { type: 'boolean', default: false },
      address: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    formats: listOf(values.formats, usual.formats, 'format') ?? usual.formats,
    length: listOf(values.length, Object.keys(lengths), 'length')[0],
    engines: listOf(values.engines, engines, 'engine') ?? usual.engines,
    ways: listOf(values.ways, ways, 'way') ?? ways,
    seeks: countOf(values.seeks, '--seeks'),
    seed: countOf(values.seed, '--seed'),
    bare: values.bare,
    each: values.each,
    names: values.names?.split(',') ?? null,
    address: values.address ?? null,
    help: values.help,
  }
}

function listOf(written, known, what) {
  const names = written?.split(',') ?? null
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  throw new Error(`There is no ${what} “${unknown}”. There is: ${known.join(', ')}`)
}

function countOf(written, name) {
  const count = Number(written)
  if (Number.isInteger(count) && count > 0) return count
  throw new Error(`${name} is a whole number, 1 or more, not “${written}”.`)
}
