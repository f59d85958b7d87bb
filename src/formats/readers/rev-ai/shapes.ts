import { asArray, property } from '../../parsing/json/values.ts'

/** `{monologues: [{elements: []}]}`; `null` for any other JSON. */
export function monologuesIn(value: unknown): readonly unknown[] | null {
  const monologues = asArray(property(value, 'monologues'))
  const isMonologue = (monologue: unknown) => Array.isArray(property(monologue, 'elements'))
  return monologues.slice(0, 20).some(isMonologue) ? monologues : null
}
