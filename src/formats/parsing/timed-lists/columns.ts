import { asArray, isRecord, property } from '../json/values.ts'

/** The values of a list's items at one path. */
export interface ValueColumn {
  readonly path: string
  readonly values: readonly unknown[]
}

/** The share of items that must have a value. */
export const mostItems = 0.6

const mostKeys = 60

/** The values of the items by path: of their keys, of the objects in them, and of the first elements of lists in them. */
export function columnsOf(items: readonly unknown[]): ValueColumn[] {
  const columns = new Map<string, unknown[]>()
  const add = (path: string, value: unknown) => {
    const known = columns.get(path)
    if (known === undefined) columns.set(path, [value])
    else known.push(value)
  }
  for (const item of items) {
    for (const [key, value] of entriesOf(item)) {
      add(key, value)
      const inner = Array.isArray(value)
        ? [
            ['0', value[0]],
            ['1', value[1]],
          ]
        : entriesOf(value)
      for (const [innerKey, innerValue] of inner as [string, unknown][]) {
        if (innerValue === undefined) continue
        add(`${key}.${innerKey}`, innerValue)
        for (const [last, deep] of isRecord(innerValue) ? entriesOf(innerValue) : []) {
          add(`${key}.${innerKey}.${last}`, deep)
        }
      }
    }
  }
  return Array.from(columns, ([path, values]) => ({ path, values })).filter(
    ({ path }) => !/[^\w.\s-]/.test(path),
  )
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    return asArray(value)
      .slice(0, 6)
      .map((element, at) => [String(at), element])
  }
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((key) => !key.includes('.'))
    .slice(0, mostKeys)
    .map((key) => [key, property(value, key)])
}

/** The last key of a path that is no number. */
export function nameIn(path: string): string {
  const parts = path.split('.').filter((part) => !/^\d$/.test(part))
  return parts.at(-1) ?? ''
}

/** `startTimeMs` and `start.time` as `start_time_ms`. */
export function toSnake(path: string): string {
  return path
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[.\s-]/g, '_')
    .toLowerCase()
}
