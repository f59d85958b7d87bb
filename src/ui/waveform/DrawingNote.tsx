import { useCallback } from 'react'
import { Pause, Play, X } from 'lucide-react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { useLasting } from './use-lasting.ts'

/** Drawing that is half done by then gets no note. */
const noteDelayMs = 2000

/** The progress of drawing a long recording. Not a live region: screen readers would read every percentage. */
export function DrawingNote() {
  const { store } = useApp()
  const isBusy = useFact(({ peaks }) => peaks.status === 'loading' || peaks.status === 'drawing')
  const isDrawing = useFact(({ peaks }) => peaks.status === 'drawing')
  const isPaused = useFact(({ peaks }) => peaks.status === 'drawing' && peaks.isPaused)
  const percent = useFact(({ peaks }) =>
    peaks.status === 'drawing' ? Math.floor(peaks.progress * 100) : 0,
  )
  const isFarFromEnd = useCallback(() => {
    const { peaks } = store.getState()
    return peaks.status !== 'drawing' || peaks.progress < 0.5
  }, [store])
  const isLong = useLasting(isBusy, { delayMs: noteDelayMs, isFarFromEnd })
  // At 100 % only the pauses are still to be found; nothing is left to draw.
  if (!isDrawing || !isLong || percent === 100) return null
  return (
    <div className="waveform-drawing-note">
      <p>
        {isPaused ? 'The waveform is drawn to' : 'Drawing the waveform:'} <span>{percent} %</span>
      </p>
      <CommandButton
        command="toggle-drawing"
        icon={isPaused ? Play : Pause}
        label={isPaused ? 'Continue drawing' : 'Pause drawing'}
      />
      <CommandButton command="cancel-drawing" icon={X} />
    </div>
  )
}
