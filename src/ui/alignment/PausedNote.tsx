import { Play } from 'lucide-react'
import type { Alignment } from '#state/alignment.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'
import { formatPosition } from './format-alignment.ts'

/** Shown after the listener stopped an alignment or left the page. Times found so far stay. */
export function PausedNote({ alignment }: { alignment: Extract<Alignment, { status: 'paused' }> }) {
  return (
    <div className="alignment-note">
      <p>
        {done[alignment.task.goal]} up to{' '}
        <span className="alignment-figures">{formatPosition(alignment)}</span>.
      </p>
      <div className="alignment-actions">
        <CommandButton command="resume-alignment" icon={Play} look="outlined" />
        <DismissButton />
      </div>
    </div>
  )
}

const done = {
  words: 'Timed',
  'word-times': 'Timed',
  check: 'Compared',
  draft: 'Written',
} as const
