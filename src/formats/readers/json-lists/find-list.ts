import { isRecord, property } from '../../parsing/json/values.ts'
import { valueAt } from '../../parsing/timed-lists/key-paths.ts'
import { objectsAround, outlineOf, type JsonNode } from '../../parsing/timed-lists/outline.ts'
import type { FoundList } from '../../parsing/timed-lists/read-list.ts'
import type { JsonListKind, ListSignature } from './kind.ts'

/** The list of a kind in a document, wherever it is nested; `null` if there is none. */
export function findList(root: unknown, { shapes }: JsonListKind): FoundList | null {
  for (const { signature, layout } of shapes) {
    for (const { steps, name, samples } of outlineOf(root)) {
      if (!isPlace(name, signature)) continue
      const item = samples.find((node) => hasSignature(node, signature))
      if (item !== undefined) return { steps, layout }
    }
  }
  return null
}

function isPlace(name: string, signature: ListSignature): boolean {
  const isAt = (end: string) => name === end || (end !== '[]' && endsWith(name, end))
  if (signature.notIn?.some(isAt)) return false
  return signature.in === undefined || signature.in.some(isAt)
}

function endsWith(name: string, end: string): boolean {
  return name.endsWith(`.${end}`)
}

function hasSignature(node: JsonNode, signature: ListSignature): boolean {
  const { value } = node
  if (!isRecord(value)) return false
  const has = (path: string) => (signature.isExact ? exactly(value, path) : valueAt(value, path))
  if (!signature.has.every((path) => has(path) !== undefined)) return false
  if (signature.any !== undefined && !signature.any.some((path) => has(path) !== undefined))
    return false
  if (signature.lacks?.some((path) => has(path) !== undefined)) return false
  if (signature.around === undefined) return true
  const outer = objectsAround(node)
  return signature.around.some((path) => outer.some((each) => valueAt(each, path) !== undefined))
}

function exactly(value: unknown, path: string): unknown {
  return path.split('.').reduce(property, value)
}
