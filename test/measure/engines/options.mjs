import { parseArgs } from 'node:util'

export const engines = ['firefox', 'webkit', 'chromium']

export const usage = `npm run test:engines -- [--engine firefox|webkit|chromium] [--screenshots DIR] [--address URL]

  --engine       Runs in this engine only; may be given more than once. Without it: in all three.
  --screenshots  Writes a picture after every step into this folder.
  --address      Tests the built app that is served there instead of building it.`

/** @param {readonly string[]} args Throws a sentence where they make no sense. */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      engine: { type: 'string', multiple: true },
      screenshots: { type: 'string' },
      address: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const unknown = values.engine?.find((name) => !engines.includes(name))
  if (unknown !== undefined) throw new Error(`There is no engine “${unknown}”.`)
  return {
    engines: values.engine ?? engines,
    screenshots: values.screenshots ?? null,
    address: values.address ?? null,
    help: values.help === true,
  }
}
