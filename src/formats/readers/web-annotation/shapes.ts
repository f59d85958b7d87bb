import type { Score } from '../format.ts'
import { asArray, property } from '../../parsing/json/values.ts'
import { annotationsIn } from './annotations.ts'

const contexts =
  /^https?:\/\/(?:www\.w3\.org\/ns\/anno(?:\.jsonld)?|iiif\.io\/api\/presentation\/[34]\/context\.json)$/

/** https://www.w3.org/TR/annotation-model/ and https://iiif.io/api/presentation/3.0/ */
export function scoreWebAnnotation(value: unknown): Score {
  if (typeof value !== 'object' || value === null) return 'no'
  const first: unknown = Array.isArray(value) ? asArray(value)[0] : value
  const written = property(first, '@context')
  const names = Array.isArray(written) ? asArray(written) : [written]
  if (names.some((name) => typeof name === 'string' && contexts.test(name))) return 'certain'
  return annotationsIn(value).some(isTyped) ? 'likely' : 'no'
}

function isTyped(annotation: unknown): boolean {
  return (
    property(annotation, 'type') === 'Annotation' ||
    property(annotation, 'motivation') !== undefined
  )
}
