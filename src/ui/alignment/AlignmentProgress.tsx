import { X } from 'lucide-react'
import type { Alignment } from '#state/alignment.ts'
import { formatSpokenTime } from '#transcript/format-time.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { describeActivity, formatPosition, formatTimeLeft } from './format-alignment.ts'

type Busy = Extract<Alignment, { status: 'loading' | 'running' }>

/** The activity, the position and the time left. Not a live region: `use-announcements.ts` announces milestones. */
export function AlignmentProgress({ alignment }: { alignment: Busy }) {
  const { activity, place, share, spoken } = describeProgress(alignment)
  return (
    <div className="alignment-note alignment-progress">
      <p>
        {activity}: <span className="alignment-figures">{place}</span>
      </p>
      <progress max={1} value={share} aria-label={activity} aria-valuetext={spoken} />
      <CommandButton command="stop-alignment" icon={X} look="outlined" />
    </div>
  )
}

function describeProgress(alignment: Busy) {
  if (alignment.status === 'loading') {
    const percent = `${Math.floor(alignment.progress * 100)} %`
    const activity = 'Loading the speech model'
    return { activity, place: percent, share: alignment.progress, spoken: percent }
  }
  const { task, heardUntil, duration, secondsLeft } = alignment
  const left = formatTimeLeft(secondsLeft)
  const withLeft = (place: string) => (left === null ? place : `${place}, ${left}`)
  return {
    activity: describeActivity(task),
    place: withLeft(formatPosition(alignment)),
    share: duration > 0 ? Math.min(1, heardUntil / duration) : 0,
    spoken: withLeft(`${formatSpokenTime(heardUntil)} of ${formatSpokenTime(duration)}`),
  }
}
