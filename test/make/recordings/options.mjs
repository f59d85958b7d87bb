import { parseArgs } from 'node:util'
import { formats } from './formats.mjs'

/** Seconds. */
export const lengths = { '10m': 600, '1h': 3600, '3h': 10_800, '10h': 36_000 }

export const usage = `npm run fixtures -- [--lengths 10m,1h] [--formats mp3-vbr,flac] [--check]

  --lengths  Of ${Object.keys(lengths).join(', ')}. Without it: all.
  --formats  Of ${formats.map(({ id }) => id).join(', ')}. Without it: all.
  --check    Decodes each recording from its start to its end and hears whether it tells the right time.`

/** @param {readonly string[]} args Throws a sentence if they are wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lengths: { type: 'string' },
      formats: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    lengths: choose(values.lengths, Object.keys(lengths), 'length'),
    formats: choose(
      values.formats,
      formats.map(({ id }) => id),
      'format',
    ),
    check: values.check,
    help: values.help,
  }
}

function choose(written, known, what) {
  if (written === undefined) return known
  const names = written.split(',')
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new Error(`There is no ${what} “${unknown}”. There is: ${known.join(', ')}`)
  }
  return names
}
