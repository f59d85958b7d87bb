import { loadFormats } from '../../conformance/load-formats.mjs'
import { grownFixtures } from './grown-fixtures.mjs'
import { hostileTexts } from './hostile-texts.mjs'

/** Ten times the text may take so many times the processor time; collecting garbage costs more in a larger heap. */
const mostGrowth = 25
const hostileGrowth = 4
const fixtureGrowth = 10
/** Times below it say nothing, seconds. */
const leastSeconds = 0.5

/** Texts in two sizes: the processor time must grow as the text does, and what is read must be sound. */
export const texts = {
  name: 'texts',
  async attack(log) {
    const { readTranscript, findUnsound, close } = await loadFormats()
    const faults = []
    let tried = 0

    /** Processor seconds; faults of what was read are noted. */
    async function read(text, fileName, name) {
      const bytes = new TextEncoder().encode(text)
      const begun = process.cpuUsage()
      const result = await readTranscript(bytes, { fileName })
      const { user, system } = process.cpuUsage(begun)
      tried += 1
      const unsound = findUnsound(result)
      if (unsound.length > 0) faults.push(`${name}, ${bytes.length} bytes: ${unsound[0]}`)
      return (user + system) / 1e6
    }

    /** @param {number} growth how many times the larger text is the smaller one */
    async function compare({ name, fileName, small, large, growth }) {
      const most = (mostGrowth / 10) * growth
      let [before, after] = [0, 0]
      // once more where it seems slow: another program may have had the caches
      for (let round = 0; round < 2; round += 1) {
        before = await read(small, fileName, name)
        after = await read(large, fileName, name)
        if (after < leastSeconds || after <= before * most) return { before, after }
      }
      faults.push(
        `${name}: ${growth} times the text takes ${(after / before).toFixed(0)} times as long (${after.toFixed(2)} s)`,
      )
      return { before, after }
    }

    try {
      for (const { name, fileName, count, write } of hostileTexts) {
        const [small, large] = [write(count), write(count * hostileGrowth)]
        const times = await compare({ name, fileName, small, large, growth: hostileGrowth })
        log(
          `${name}: ${times.before.toFixed(2)} s for ${megabytes(small)}, ${times.after.toFixed(2)} s for ${megabytes(large)}`,
        )
      }
      let slowest = { name: '', after: 0 }
      for (const fixture of grownFixtures(fixtureGrowth)) {
        const { after } = await compare({ ...fixture, growth: fixtureGrowth })
        if (after > slowest.after) slowest = { name: fixture.name, after }
      }
      log(`slowest grown fixture: ${slowest.name}, ${slowest.after.toFixed(2)} s`)
    } finally {
      await close()
    }
    return { tried, faults }
  },
}

const megabytes = (text) => `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`
