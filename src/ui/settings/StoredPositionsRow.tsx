import { useCallback } from 'react'
import { StorageRow } from './StorageRow.tsx'
import { formatPositionUsage } from './format-usage.ts'

/** The stored positions. */
export interface PositionsToDelete {
  count(): number
  clear(): void
}

export function StoredPositionsRow({ positions }: { positions: PositionsToDelete }) {
  const count = useCallback(() => Promise.resolve(positions.count()), [positions])
  return (
    <StorageRow
      count={count}
      clear={() => {
        positions.clear()
        return Promise.resolve(true)
      }}
      format={formatPositionUsage}
      isEmpty={(count) => count === 0}
      label="Delete positions"
    />
  )
}
