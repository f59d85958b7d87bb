import { parseArgs } from 'node:util'
import { cases } from './cases.mjs'

const halves = ['tuning', 'measuring']

export const usage = `npm run align:measure -- [--only 'en noise|fr'] [--minutes 1,6] [--half tuning] [--json] [--list]

  --only     Cases whose names this regular expression finds.
  --minutes  Cases of about these lengths only.
  --half     Which prompts: tuning (for building the aligner) or measuring (without it).
  --json     Prints the figures as JSON instead of a table.
  --list     Names the cases, and measures nothing.`

/** @param {readonly string[]} args Throws a sentence if they are wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      minutes: { type: 'string' },
      half: { type: 'string', default: 'measuring' },
      json: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (!halves.includes(values.half)) {
    throw new Error(`There is no half “${values.half}”. There is: ${halves.join(', ')}`)
  }
  const only = new RegExp(values.only, 'i')
  const lengths = values.minutes?.split(',').map(Number) ?? null
  const chosen = cases.filter(
    ({ name, minutes }) => only.test(name) && (lengths?.includes(minutes) ?? true),
  )
  if (chosen.length === 0) throw new Error('No case is left. --list names those that there are.')
  return { ...values, cases: chosen }
}
