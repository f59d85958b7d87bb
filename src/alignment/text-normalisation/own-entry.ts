/** A table's row; words such as `constructor` find nothing. */
export function ownEntry<Row>(table: Readonly<Record<string, Row>>, key: string): Row | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
