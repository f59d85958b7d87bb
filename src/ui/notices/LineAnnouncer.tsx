import { useEffect, useState } from 'react'
import { useApp } from '#ui/kit/app-context.ts'

/** Announces each line as it is spoken, for braille displays. Off unless the listener turns it on. */
export function LineAnnouncer() {
  const { store, playhead } = useApp()
  const [text, setText] = useState('')
  useEffect(
    () =>
      playhead.subscribe(
        ({ spoken }) => spoken.current,
        (line) => {
          const { document } = store.getState()
          if (line !== null && document.status !== 'none') setText(document.lines[line]!.text)
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
