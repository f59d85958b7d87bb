import { useEffect, useState } from 'react'
import { spellUsage } from './spell-usage.ts'
import type { WaveformUsage } from './spell-usage.ts'
import './settings.css'

/** What the browser keeps of recordings. Neither of these rejects. */
export interface WaveformKeeping {
  usage(): Promise<WaveformUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

/** How much is kept, with a button to forget it. Its place is held while the browser counts. */
export function KeptWaveforms({ kept }: { kept: WaveformKeeping }) {
  const [usage, setUsage] = useState<WaveformUsage | null>(null)
  const [result, setResult] = useState('')

  useEffect(() => {
    let isShown = true
    void kept.usage().then((counted) => {
      if (isShown) setUsage(counted)
    })
    return () => {
      isShown = false
    }
  }, [kept])

  const isEmpty = usage === null || usage.recordings === 0
  async function forget() {
    if (isEmpty) return
    const hasForgotten = await kept.clear()
    setUsage(await kept.usage())
    setResult(
      hasForgotten
        ? 'Done.'
        : 'The browser did not let go of them. Try again, or clear the data of this site in the browser’s settings.',
    )
  }

  return (
    <div className="kept">
      <span>{usage === null ? '\u00A0' : spellUsage(usage)}</span>
      {/* Not `disabled`, which would drop the focus of whoever has just pressed it. */}
      <button
        type="button"
        className="button button-outlined"
        aria-disabled={isEmpty}
        onClick={() => void forget()}
      >
        Forget them
      </button>
      <span role="status">{result}</span>
    </div>
  )
}
