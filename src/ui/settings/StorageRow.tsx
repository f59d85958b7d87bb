import { useEffect, useState } from 'react'
import './settings.css'

interface StorageRowProps<Usage> {
  /** Neither of these rejects. */
  readonly count: () => Promise<Usage>
  /** `false` where the browser refused. */
  readonly clear: () => Promise<boolean>
  readonly format: (usage: Usage) => string
  readonly isEmpty: (usage: Usage) => boolean
  /** The label of the button. */
  readonly label: string
}

/** How much is stored, with a button that deletes it. The row has its height before the browser has counted. */
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
  async function deleteAll() {
    if (isNothing) return
    const isDeleted = await clear()
    setUsage(await count())
    setResult(
      isDeleted
        ? 'Done.'
        : 'The browser could not delete them. Try again, or clear the data of this site in the browser’s settings.',
    )
  }

  return (
    <div className="settings-storage">
      <span>{usage === null ? '\u00A0' : format(usage)}</span>
      {/* `disabled` would drop the focus after the button was pressed. */}
      <button
        type="button"
        className="kit-button kit-button-outlined"
        aria-disabled={isNothing}
        onClick={() => void deleteAll()}
      >
        {label}
      </button>
      <span role="status">{result}</span>
    </div>
  )
}
