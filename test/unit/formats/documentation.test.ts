import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formats } from '#formats/readers/registry.ts'
import { writers } from '#formats/writers/registry.ts'

const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8')
const rows = page.split('\n').filter((line) => /^\| .* \| `[\w-]+` +\|/.test(line))

test('docs/formats.md lists every format that is read, with its extensions', () => {
  for (const { id, name, extensions } of formats) {
    const row = rows.find((line) => line.includes(`| \`${id}\``))
    expect(row, id).toContain(name)
    for (const extension of extensions) expect(row).toContain(`\`.${extension}\``)
  }
  expect(rows).toHaveLength(formats.length)
})

test('docs/formats.md marks the formats that transcripts are saved in', () => {
  const saved = rows.filter((row) => row.replace(/ +\|/g, ' |').endsWith('speakers |'))
  expect(saved).toHaveLength(writers.length)
})
