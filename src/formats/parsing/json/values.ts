import { normaliseText } from '../encoding/normalise-text.ts'

/**
 * An own property of a JSON value, so that keys such as `constructor` and `__proto__` are not inherited. `undefined` if
 * the value is not an object.
 */
export function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value's elements if it is an array, else an empty list. Objects with a `length` do not count. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value's text, normalised: JSON escapes can encode characters that decoding removes. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? normaliseText(value) : undefined
}

/** The value's text, or `undefined` if it is blank, where another property has the same text. */
export function asTextUnlessBlank(value: unknown): string | undefined {
  const text = asText(value)
  return text?.trim() === '' ? undefined : text
}

/** A number, or a string of one; `null` if the value is missing, NaN if it is not a number. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return null
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value) ? Number(value) : Number.NaN
}

/** A speaker's name or number as a name. */
export function nameOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return `Speaker ${value}`
  return asText(value)
}
