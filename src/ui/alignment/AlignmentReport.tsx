import { ArrowDownToDot, Undo2 } from 'lucide-react'
import type { AlignmentPurpose, AlignmentResult } from '#state/alignment-slice.ts'
import { useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'
import { formatResult } from './format-alignment.ts'

/** What was found, with a way to what may be wrong. */
export function AlignmentReport({
  purpose,
  result,
}: {
  purpose: AlignmentPurpose
  result: AlignmentResult
}) {
  const lines = useFact(({ document }) => (document.status === 'open' ? document.lines : none))
  const isTimedAnew = useFact((state) => state.isTimedAnew)
  // All times of the text would go, not what one anchor has changed.
  const canUndo = isTimedAnew && result.kind === 'timed' && purpose !== 'between-anchors'
  const hasUnsure = lines.some(({ issues = [] }) => issues.length > 0)
  return (
    <div className="alignment-note">
      <p>{formatResult(result, { purpose, lines })}</p>
      <div className="alignment-actions">
        {hasUnsure ? (
          <CommandButton
            command="next-unsure"
            icon={ArrowDownToDot}
            look="outlined"
            label="Next unsure"
          />
        ) : null}
        {canUndo ? (
          <CommandButton command="undo-timing" icon={Undo2} look="outlined" label="Undo" />
        ) : null}
        <DismissButton />
      </div>
    </div>
  )
}

const none: readonly never[] = []
