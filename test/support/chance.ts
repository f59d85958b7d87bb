import * as fc from 'fast-check'

/**
 * Random inputs are the same ones in each run, so that nobody's change is refused by luck; `CHANCE=any npm run
 * test:unit` looks elsewhere, and `CHANCE=7` there again.
 */
const { CHANCE = '1' } = process.env
if (CHANCE !== 'any') fc.configureGlobal({ seed: Number(CHANCE) })
