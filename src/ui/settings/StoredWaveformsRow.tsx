import { StorageRow } from './StorageRow.tsx'
import { formatUsage } from './format-usage.ts'
import type { WaveformUsage } from './format-usage.ts'

/** What the browser keeps of recordings. Neither of these rejects. */
export interface WaveformKeeping {
  usage(): Promise<WaveformUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

export function StoredWaveformsRow({ storedWaveforms }: { storedWaveforms: WaveformKeeping }) {
  return (
    <StorageRow
      count={storedWaveforms.usage}
      clear={storedWaveforms.clear}
      format={formatUsage}
      isEmpty={({ recordings }) => recordings === 0}
      label="Forget them"
    />
  )
}
