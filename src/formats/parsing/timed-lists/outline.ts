import { property } from '../json/values.ts'

/** A value of a JSON document and the objects and lists around it. */
export interface JsonNode {
  readonly value: unknown
  readonly parent: JsonNode | null
}

/** A place of a document: the same keys, in any element of the lists on the way. */
export interface JsonPlace {
  /** Keys from the root; `[]` is every element of a list. */
  readonly steps: readonly string[]
  /** `videos[].insights.transcript[]` */
  readonly name: string
  /** The first objects or lists there. */
  readonly samples: readonly JsonNode[]
}

const everyElement = '[]'

const mostSamples = 20
const mostKeys = 80
const mostDepth = 14
const mostNodes = 6000

const outlines = new WeakMap<object, readonly JsonPlace[]>()

/** The places of a document at which objects or lists stand, outermost first. Examines the beginning of each list. */
export function outlineOf(root: unknown): readonly JsonPlace[] {
  if (typeof root !== 'object' || root === null) return []
  let outline = outlines.get(root)
  if (outline === undefined) {
    outline = drawOutline(root)
    outlines.set(root, outline)
  }
  return outline
}

function drawOutline(root: object): readonly JsonPlace[] {
  const places = new Map<string, { steps: readonly string[]; name: string; samples: JsonNode[] }>()
  const queue: { steps: readonly string[]; node: JsonNode }[] = [
    { steps: [], node: { value: root, parent: null } },
  ]
  for (let at = 0; at < queue.length; at += 1) {
    const { steps, node } = queue[at]!
    const name = nameOfPlace(steps)
    const place = places.get(name) ?? { steps, name, samples: [] }
    places.set(name, place)
    if (place.samples.length === mostSamples) continue
    place.samples.push(node)
    if (steps.length === mostDepth) continue
    for (const [step, value] of childrenOf(node.value)) {
      if (queue.length === mostNodes) break
      queue.push({ steps: [...steps, step], node: { value, parent: node } })
    }
  }
  return [...places.values()]
}

/** The objects and lists directly inside a value. */
function childrenOf(value: unknown): [string, object][] {
  const children: [string, object][] = []
  if (Array.isArray(value)) {
    for (const element of value.slice(0, mostSamples) as unknown[]) {
      if (isContainer(element)) children.push([everyElement, element])
    }
    return children
  }
  for (const key of Object.keys(value as object).slice(0, mostKeys)) {
    const inner = property(value, key)
    if (isContainer(inner)) children.push([key, inner])
  }
  return children
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function nameOfPlace(steps: readonly string[]): string {
  return steps.join('.').replaceAll(`.${everyElement}`, everyElement)
}

/** Every value at a place, in the order of the document. */
export function nodesAt(root: unknown, steps: readonly string[]): JsonNode[] {
  let nodes: JsonNode[] = [{ value: root, parent: null }]
  for (const step of steps) {
    const next: JsonNode[] = []
    for (const parent of nodes) {
      if (step !== everyElement) {
        const value = property(parent.value, step)
        if (value !== undefined) next.push({ value, parent })
      } else if (Array.isArray(parent.value)) {
        for (const value of parent.value as unknown[]) next.push({ value, parent })
      }
    }
    nodes = next
  }
  return nodes
}

/** The objects around a node, nearest first. */
export function objectsAround(node: JsonNode): unknown[] {
  const around: unknown[] = []
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (!Array.isArray(outer.value)) around.push(outer.value)
  }
  return around
}
