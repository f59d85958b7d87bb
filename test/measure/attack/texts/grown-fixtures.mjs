import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../fixtures/transcripts/', import.meta.url)
/** Larger fixtures would take minutes, bytes. */
const largest = 40_000

/** Fixtures that are text, ten times and `growth` times ten times behind each other. */
export function* grownFixtures(growth) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const fileName of readdirSync(new URL(`${entry.name}/`, folder))) {
      const bytes = readFileSync(new URL(`${entry.name}/${fileName}`, folder))
      if (bytes.length > largest || bytes.length === 0 || bytes.includes(0)) continue
      const text = bytes.toString('utf8')
      yield {
        name: `${entry.name}/${fileName}`,
        fileName,
        small: text.repeat(10),
        large: text.repeat(10 * growth),
      }
    }
  }
}
