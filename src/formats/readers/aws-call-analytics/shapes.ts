import { isRecord, list, own } from '../../parsing/json/values.ts'

/** `{Transcript: [{Content, BeginOffsetMillis}]}`; `null` for any other JSON. */
export function turnsIn(value: unknown): readonly unknown[] | null {
  const turns = isRecord(value) ? list(own(value, 'Transcript')) : []
  return turns.slice(0, 20).some(isTurn) ? turns : null
}

function isTurn(value: unknown): boolean {
  if (!isRecord(value) || !Object.hasOwn(value, 'BeginOffsetMillis')) return false
  return typeof own(value, 'Content') === 'string' || Array.isArray(own(value, 'Items'))
}
