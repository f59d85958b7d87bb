import { isRecord, property } from '../../parsing/json/values.ts'
import { valueAt } from '../../parsing/timed-lists/key-paths.ts'
import { objectsAround, outlineOf, type JsonNode } from '../../parsing/timed-lists/outline.ts'
import type { FoundList } from '../../parsing/timed-lists/read-list.ts'
import type { JsonListKind, ListSign } from './kind.ts'

/** The list of a kind in a document, wherever it is nested; `null` if there is none. */
export function findList(root: unknown, { shapes }: JsonListKind): FoundList | null {
  for (const { sign, layout } of shapes) {
    for (const { steps, name, samples } of outlineOf(root)) {
      if (!isPlace(name, sign)) continue
      const item = samples.find((node) => hasSign(node, sign))
      if (item !== undefined) return { steps, layout }
    }
  }
  return null
}

function isPlace(name: string, sign: ListSign): boolean {
  const isAt = (end: string) => name === end || (end !== '[]' && endsWith(name, end))
  if (sign.notIn?.some(isAt)) return false
  return sign.in === undefined || sign.in.some(isAt)
}

function endsWith(name: string, end: string): boolean {
  return name.endsWith(`.${end}`)
}

function hasSign(node: JsonNode, sign: ListSign): boolean {
  const { value } = node
  if (!isRecord(value)) return false
  const has = (path: string) => (sign.isExact ? exactly(value, path) : valueAt(value, path))
  if (!sign.has.every((path) => has(path) !== undefined)) return false
  if (sign.any !== undefined && !sign.any.some((path) => has(path) !== undefined)) return false
  if (sign.lacks?.some((path) => has(path) !== undefined)) return false
  if (sign.around === undefined) return true
  const outer = objectsAround(node)
  return sign.around.some((path) => outer.some((each) => valueAt(each, path) !== undefined))
}

function exactly(value: unknown, path: string): unknown {
  return path.split('.').reduce(property, value)
}
