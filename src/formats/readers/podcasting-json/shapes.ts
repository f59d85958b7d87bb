import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements detection examines. */
const sampleSize = 20

/** `{segments: [{startTime, body}]}`; `null` for any other JSON. */
export function podcastSegmentsIn(value: unknown): readonly unknown[] | null {
  if (!isRecord(value)) return null
  const segments = asArray(property(value, 'segments'))
  return segments.slice(0, sampleSize).some(isSegment) ? segments : null
}

/** `{chapters: [{startTime, title}]}`; `null` for any other JSON. */
export function chaptersIn(value: unknown): readonly unknown[] | null {
  if (!isRecord(value)) return null
  const chapters = asArray(property(value, 'chapters'))
  return chapters.slice(0, sampleSize).some(isChapter) ? chapters : null
}

function isSegment(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof property(value, 'body') === 'string' &&
    Object.hasOwn(value, 'startTime')
  )
}

/** A chapter that only shows a picture has `toc: false`, or `img` and no title. */
function isChapter(value: unknown): boolean {
  if (!isRecord(value) || !Object.hasOwn(value, 'startTime')) return false
  return ['title', 'toc', 'img'].some((key) => Object.hasOwn(value, key))
}
