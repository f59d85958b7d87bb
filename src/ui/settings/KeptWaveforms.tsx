import { KeptRoom } from './KeptRoom.tsx'
import { spellUsage } from './spell-usage.ts'
import type { WaveformUsage } from './spell-usage.ts'

/** What the browser keeps of recordings. Neither of these rejects. */
export interface WaveformKeeping {
  usage(): Promise<WaveformUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

export function KeptWaveforms({ kept }: { kept: WaveformKeeping }) {
  return (
    <KeptRoom
      count={kept.usage}
      clear={kept.clear}
      spell={spellUsage}
      isEmpty={({ recordings }) => recordings === 0}
      label="Forget them"
    />
  )
}
