import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { runCommand } from '#commands/commands.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { placeOfLine } from './place-of-line.ts'
import type { PlaceOfLine } from './place-of-line.ts'

/** Shown while following is suspended and the line being spoken is out of view; scrolls back to it. */
export function FollowChip() {
  const app = useApp()
  const isSuspended = useFact(({ follow }) => follow === 'suspended')
  const time = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<PlaceOfLine>('in-view')

  useEffect(() => {
    if (!isSuspended) return
    const suspended = new AbortController()
    const { signal } = suspended
    const look = () => setPlace(placeOfLine(document, app.playhead.getState().spoken.current))
    const stop = app.playhead.subscribe(({ spoken }) => spoken.current, look)
    signal.addEventListener('abort', stop)
    let frame = 0
    const lookNextFrame = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    window.addEventListener('scroll', lookNextFrame, { signal, passive: true })
    window.addEventListener('resize', lookNextFrame, { signal })
    signal.addEventListener('abort', () => cancelAnimationFrame(frame))
    look()
    return () => suspended.abort()
  }, [app, isSuspended])

  const isShown = isSuspended && place !== 'in-view'
  useEffect(() => {
    if (!isShown) return
    const write = (second: number) => {
      if (time.current) time.current.textContent = formatClockTime(second)
    }
    return app.playhead.subscribe(({ time }) => Math.floor(time), write, {
      fireImmediately: true,
    })
  }, [app, isShown])

  if (!isShown) return null
  const Arrow = place === 'above' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      className="transcript-follow-chip"
      title="Follow the recording again (F)"
      onClick={() => runCommand(app, 'follow')}
    >
      <Arrow aria-hidden="true" size={18} />
      <span>
        Back to <span ref={time} dir="ltr" />
      </span>
    </button>
  )
}
