import { availableParallelism } from 'node:os'
import { serveBuiltApp } from '../../../support/serve-built-app.mjs'
import { fails, toRowAlone } from '../recordings/rows.mjs'
import * as inChromium from './in-chromium.mjs'
import * as inNode from './in-node.mjs'

/** Text without times and its sound: how well the words are found, and what it takes. */
export const alignment = {
  name: 'alignment',
  async measure({ log, address, nodeOnly }) {
    const rows = await inNode.measureInNode({ log })
    const failures = []
    if (!nodeOnly) rows.push(...(await rowsInChromium({ address, log, failures })))
    return {
      rows,
      notes: [
        `Of ${availableParallelism()} cores. One visit each.`,
        `- ${inNode.definition}`,
        ...(nodeOnly ? [] : [`- ${inChromium.definition}`]),
        ...failures.map((line) => `- failed: ${line}`),
      ],
    }
  },
}

async function rowsInChromium({ address, log, failures }) {
  const app = address === null ? await serveBuiltApp() : { address, async close() {} }
  const visit = async (minutes, cores) => {
    const name = `${minutes} min in Chromium, ${cores === 'one' ? 'one core' : 'all cores'}`
    log(name)
    try {
      const what = { app: app.address, minutes, cores }
      const { wall, cpu, memory, seconds } = await inChromium.alignInChromium(what)
      return { name, cpu: cpu / seconds, wall: wall / 60, memory }
    } catch (error) {
      const why = `${name}: ${error.message.split('\n')[0]}`
      failures.push(why)
      log(`fails: ${why}`)
      return { name, cpu: fails, wall: fails, memory: fails }
    }
  }
  try {
    return rowsOf({
      short: await visit(6, 'one'),
      hour: await visit(60, 'all'),
      hours: await visit(180, 'all'),
    })
  } finally {
    await app.close()
  }
}

function rowsOf({ short, hour, hours }) {
  const row = ({ name }, what, earshot, target = null) =>
    toRowAlone({ name: `alignment of ${name}, ${what}`, earshot, target })
  const isKnown = typeof hour.memory === 'number' && typeof hours.memory === 'number'
  return [
    row(short, 'CPU for a second of sound, s', short.cpu, 0.1),
    row(hour, 'CPU for a second of sound, s', hour.cpu),
    row(hour, 'time, min', hour.wall, 6),
    row(hour, 'memory, MB', hour.memory),
    row(hours, 'time, min', hours.wall),
    row(hours, 'memory, MB', hours.memory, 500),
    row(hours, 'memory over that at 60 min', isKnown ? hours.memory / hour.memory : fails, 1.15),
  ]
}
