/** Looks up an own property only: `constructor` is not found. */
export function ownEntry<Row>(table: Readonly<Record<string, Row>>, key: string): Row | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
