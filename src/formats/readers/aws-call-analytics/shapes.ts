import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** `{Transcript: [{Content, BeginOffsetMillis}]}`; `null` for any other JSON. */
export function callTurnsIn(value: unknown): readonly unknown[] | null {
  const turns = isRecord(value) ? asArray(property(value, 'Transcript')) : []
  return turns.slice(0, 20).some(isTurn) ? turns : null
}

function isTurn(value: unknown): boolean {
  if (!isRecord(value) || !Object.hasOwn(value, 'BeginOffsetMillis')) return false
  return typeof property(value, 'Content') === 'string' || Array.isArray(property(value, 'Items'))
}
