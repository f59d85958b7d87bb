import { useEffect, useState } from 'react'
import { useApp } from '#ui/kit/app-context.ts'

/** Reads out each line as it is spoken, for a braille display. Only where the listener asked for it. */
export function LineAnnouncer() {
  const { store, playhead } = useApp()
  const [text, setText] = useState('')
  useEffect(
    () =>
      playhead.subscribe(
        ({ spoken }) => spoken.current,
        (line) => {
          const { document } = store.getState()
          if (line !== null && document.status === 'open') setText(document.lines[line]!.text)
        },
      ),
    [store, playhead],
  )
  return (
    <div className="kit-visually-hidden" aria-live="polite">
      {text}
    </div>
  )
}
