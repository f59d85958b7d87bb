import { property } from '../json/values.ts'

const spellings = new Map<string, readonly (readonly string[])[]>()

/**
 * The value at a path of keys such as `NBest.0.Words`. Each key may be spelled `startTime`, `start_time` or
 * `StartTime`: client libraries of one service differ in it.
 */
export function valueAt(value: unknown, path: string): unknown {
  let found = value
  for (const keys of stepsOf(path)) {
    const before = found
    found = undefined
    for (const key of keys) {
      found = property(before, key)
      if (found !== undefined) break
    }
    if (found === undefined) return undefined
  }
  return found
}

/** The first value at one of the paths that is neither missing nor null. */
export function firstAt(value: unknown, paths: readonly string[]): unknown {
  for (const path of paths) {
    const found = valueAt(value, path)
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

function stepsOf(path: string): readonly (readonly string[])[] {
  let steps = spellings.get(path)
  if (steps === undefined) {
    steps = path.split('.').map(spell)
    spellings.set(path, steps)
  }
  return steps
}

function spell(key: string): readonly string[] {
  const parts = key.split(/_|(?<=[a-z\d])(?=[A-Z])/).filter((part) => part !== '')
  if (parts.length === 0 || /^\d/.test(key)) return [key]
  const lower = parts.map((part) => part.toLowerCase())
  const capital = lower.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
  const camel = [lower[0], ...capital.slice(1)].join('')
  return [...new Set([key, lower.join('_'), camel, capital.join('')])]
}
