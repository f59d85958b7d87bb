import { StorageRow } from './StorageRow.tsx'
import { formatUsage } from './format-usage.ts'
import type { WaveformUsage } from './format-usage.ts'

/** The stored waveforms. Neither method rejects. */
export interface StoredWaveforms {
  usage(): Promise<WaveformUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

export function StoredWaveformsRow({ storedWaveforms }: { storedWaveforms: StoredWaveforms }) {
  return (
    <StorageRow
      count={storedWaveforms.usage}
      clear={storedWaveforms.clear}
      format={formatUsage}
      isEmpty={({ recordings }) => recordings === 0}
      label="Delete waveforms"
    />
  )
}
