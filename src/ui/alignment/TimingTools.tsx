import { Timer } from 'lucide-react'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { isBusy } from '#state/alignment.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { RestoreFocus } from './RestoreFocus.tsx'
import { TimingPanel } from './TimingPanel.tsx'
import { usePanelEnd } from './use-panel-end.ts'
import './alignment.css'

/** The button that opens the timing commands. */
export function TimingTools() {
  const { store } = useApp()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const isPossible = useFact(
    ({ recording, document }) => recording.status === 'open' && document.status === 'open',
  )
  const close = useCallback(() => {
    if (place.current?.contains(document.activeElement)) button.current?.focus()
    setOpen(false)
  }, [])
  const focusButton = useCallback(() => button.current?.focus({ preventScroll: true }), [])
  usePanelEnd({ place, isOpen, close })
  // The panel would cover the bar that shows progress.
  useEffect(
    () =>
      store.subscribe(
        ({ alignment }) => isBusy(alignment),
        (hasBegun) => hasBegun && close(),
      ),
    [store, close],
  )
  if (!isPossible) return null
  return (
    <div ref={place} className="alignment-tools">
      <button
        ref={button}
        type="button"
        className="kit-button"
        aria-label="Timing"
        title="Timing"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Timer aria-hidden="true" size={20} strokeWidth={1.75} />
      </button>
      <div id={id} className="alignment-panel" hidden={!isOpen}>
        {isOpen ? (
          <RestoreFocus onLost={focusButton}>
            <TimingPanel />
          </RestoreFocus>
        ) : null}
      </div>
    </div>
  )
}
