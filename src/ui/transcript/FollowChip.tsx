import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { runCommand } from '#commands/commands.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

/** Shown while following is suspended; scrolls back to the line being spoken. */
export function FollowChip() {
  const app = useApp()
  const isSuspended = useFact(({ follow }) => follow === 'suspended')
  const time = useRef<HTMLSpanElement>(null)
  const [isAbove, setAbove] = useState(false)

  useEffect(() => {
    if (!isSuspended) return
    const write = (second: number) => {
      if (time.current) time.current.textContent = formatClockTime(second)
      const current = document.querySelector('.transcript-line[data-now]')
      setAbove(current !== null && current.getBoundingClientRect().top < window.innerHeight / 3)
    }
    return app.playhead.subscribe(({ time }) => Math.floor(time), write, {
      fireImmediately: true,
    })
  }, [app, isSuspended])

  if (!isSuspended) return null
  const Arrow = isAbove ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      className="transcript-follow-chip"
      title="Follow the sound again (F)"
      onClick={() => runCommand(app, 'follow')}
    >
      <Arrow aria-hidden="true" size={18} />
      <span>
        Back to <span ref={time} dir="ltr" />
      </span>
    </button>
  )
}
