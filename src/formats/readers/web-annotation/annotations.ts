import { asArray, property } from '../../parsing/json/values.ts'

/** Values nested more deeply are ignored. */
const deepest = 64

/** Keys under which pages, collections, canvases and manifests hold annotations. */
const holders = ['items', 'annotations', 'first']

/** All annotations of a document in order, including those that paint a canvas. */
export function annotationsIn(value: unknown): unknown[] {
  const found: unknown[] = []
  const waiting = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isAnnotation(next.value)) found.push(next.value)
    else if (next.depth < deepest) {
      const depth = next.depth + 1
      const inside = Array.isArray(next.value)
        ? next.value
        : holders.map((key) => property(next.value, key))
      for (let index = inside.length - 1; index >= 0; index -= 1) {
        const child: unknown = inside[index]
        if (typeof child === 'object' && child !== null) waiting.push({ value: child, depth })
      }
    }
  }
  return found
}

function isAnnotation(value: unknown): boolean {
  const hasBody =
    property(value, 'body') !== undefined || property(value, 'bodyValue') !== undefined
  return hasBody && property(value, 'target') !== undefined
}

const spoken = ['transcribing', 'supplementing', 'subtitling', 'captioning']

/** Whether an annotation is a transcription: by its motivation, or because it has none. */
export function isTranscribing(annotation: unknown): boolean {
  const written = property(annotation, 'motivation') ?? []
  const motivations = Array.isArray(written) ? asArray(written) : [written]
  if (motivations.length === 0) return true
  return motivations.some(
    (motivation) =>
      typeof motivation === 'string' && spoken.some((name) => motivation.endsWith(name)),
  )
}

/** Whether an annotation places the recording itself, or a picture, on its canvas. */
export function isPainting(annotation: unknown): boolean {
  const written = property(annotation, 'motivation')
  const motivations = Array.isArray(written) ? asArray(written) : [written]
  return motivations.some(
    (motivation) => typeof motivation === 'string' && motivation.endsWith('painting'),
  )
}
