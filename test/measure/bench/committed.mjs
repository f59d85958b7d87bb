import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { compareRow } from './compare.mjs'

const path = join(import.meta.dirname, '../../../docs/performance.json')

/** The rows with how they do beside those that were committed last, if these were. */
export function besideCommitted(area, rows) {
  const earlier = new Map(readAll()[area]?.rows.map((row) => [row.name, row]))
  return earlier.size === 0
    ? rows
    : rows.map((row) => ({ ...row, ...compareRow(row, earlier.get(row.name)) }))
}

/** Makes these rows the ones that later runs are compared with. */
export function commit(area, rows) {
  const figures = rows.map(({ name, earshot, peer, ratio }) => ({ name, earshot, peer, ratio }))
  const machine = `${availableParallelism()} cores, load ${loadavg()[2].toFixed(1)}`
  const measured = new Date().toISOString().slice(0, 10)
  const all = { ...readAll(), [area]: { measured, machine, rows: figures } }
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`)
}

/** When and where the figures of this area were measured that `besideCommitted` compares with. */
export function circumstances(area) {
  const { measured, machine } = readAll()[area]
  return `docs/performance.json, measured on ${measured}: ${machine}`
}

const readAll = () => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
