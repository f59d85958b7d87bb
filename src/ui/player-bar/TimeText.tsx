import { useEffect, useRef } from 'react'
import { formatClockTime } from '#transcript/format-time.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

/** `1:23 / 3:02`. The position is written to the page once a second, without a render. */
export function TimeText() {
  const { playhead } = useApp()
  const now = useRef<HTMLSpanElement>(null)
  const isWaiting = useFact(({ playback }) => playback.activity === 'waiting')
  const duration = useFact(({ recording }) =>
    recording.status === 'open' ? recording.duration : 0,
  )

  useEffect(
    () =>
      playhead.subscribe(
        ({ time }) => Math.floor(time),
        (second) => {
          if (now.current) now.current.textContent = formatClockTime(second)
        },
        { fireImmediately: true },
      ),
    [playhead],
  )

  return (
    <span className="player-bar-time" dir="ltr">
      <span ref={now} data-testid="time" />
      {isWaiting ? <span className="player-bar-waiting"> loading…</span> : null}
      {duration > 0 && !isWaiting ? (
        <span className="player-bar-duration"> / {formatClockTime(duration)}</span>
      ) : null}
    </span>
  )
}
