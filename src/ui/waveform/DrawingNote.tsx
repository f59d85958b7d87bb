import { useCallback } from 'react'
import { Pause, Play, X } from 'lucide-react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { useLasting } from './use-lasting.ts'

/** What is half done by then needs no words, and no room under the waveform. */
const patienceMs = 2000

/** How far the drawing of a long recording is. Not a live region: nobody wants percentages read aloud. */
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
  const isLong = useLasting(isBusy, { delayMs: patienceMs, isFarFromEnd })
  if (!isDrawing || !isLong) return null
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
