import { asArray, isRecord, property } from '../../parsing/json/values.ts'

export interface CueColumns {
  readonly starts: readonly unknown[]
  readonly ends: readonly unknown[]
  readonly texts: readonly unknown[]
}

/** `{start: [], end: [], text: []}`, also inside one other object; `null` for any other JSON. */
export function columnsIn(value: unknown): CueColumns | null {
  const inner = isRecord(value) ? Object.values(value).filter(isRecord) : []
  for (const object of [value, ...inner]) {
    const texts = asArray(property(object, 'text'))
    const starts = asArray(property(object, 'start'))
    if (starts.length > 0 && texts.slice(0, 20).some((text) => typeof text === 'string')) {
      return { starts, ends: asArray(property(object, 'end')), texts }
    }
  }
  return null
}
