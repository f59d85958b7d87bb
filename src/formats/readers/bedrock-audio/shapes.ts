import { isRecord, asArray, property } from '../../parsing/json/values.ts'

export interface Parts {
  readonly segments: readonly unknown[]
  readonly items: readonly unknown[]
}

/**
 * `{audio_segments: [{start_timestamp_millis, text}], audio_items: [{content}]}`, where either may be missing; `null`
 * for any other JSON.
 */
export function partsIn(value: unknown): Parts | null {
  if (!isRecord(value)) return null
  const segments = asArray(property(value, 'audio_segments'))
  const items = asArray(property(value, 'audio_items'))
  const isOurs =
    segments
      .slice(0, 20)
      .some((one) => isTimed(one) && typeof property(one, 'text') === 'string') ||
    items.slice(0, 20).some((one) => isTimed(one) && typeof property(one, 'content') === 'string')
  return isOurs ? { segments, items } : null
}

function isTimed(value: unknown): boolean {
  return isRecord(value) && Object.hasOwn(value, 'start_timestamp_millis')
}
