import { useEffect, useState } from 'react'
import './settings.css'

interface StorageRowProps<Usage> {
  /** Neither of these rejects. */
  readonly count: () => Promise<Usage>
  /** `false` where the browser refused. */
  readonly clear: () => Promise<boolean>
  readonly format: (usage: Usage) => string
  readonly isEmpty: (usage: Usage) => boolean
  /** On the button. */
  readonly label: string
}

/** How much is stored in the browser, with a button that deletes it. The row keeps its height while the browser counts. */
export function StorageRow<Usage>({
  count,
  clear,
  format,
  isEmpty,
  label,
}: StorageRowProps<Usage>) {
  const [usage, setUsage] = useState<Usage | null>(null)
  const [result, setResult] = useState('')

  useEffect(() => {
    let isShown = true
    void count().then((counted) => {
      if (isShown) setUsage(counted)
    })
    return () => {
      isShown = false
    }
  }, [count])

  const isNothing = usage === null || isEmpty(usage)
  async function letGo() {
    if (isNothing) return
    const isGone = await clear()
    setUsage(await count())
    setResult(
      isGone
        ? 'Done.'
        : 'The browser did not let go of them. Try again, or clear the data of this site in the browser’s settings.',
    )
  }

  return (
    <div className="settings-storage">
      <span>{usage === null ? '\u00A0' : format(usage)}</span>
      {/* Not `disabled`, which would drop the focus of whoever has just pressed it. */}
      <button
        type="button"
        className="kit-button kit-button-outlined"
        aria-disabled={isNothing}
        onClick={() => void letGo()}
      >
        {label}
      </button>
      <span role="status">{result}</span>
    </div>
  )
}
