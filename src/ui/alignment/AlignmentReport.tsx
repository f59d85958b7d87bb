import { ArrowDownToDot, Undo2 } from 'lucide-react'
import { hasTimingIssues } from '#transcript/line.ts'
import type { AlignmentResult, AlignmentTask } from '#state/alignment.ts'
import { isTimedAnew } from '#state/transcripts.ts'
import { useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'
import { formatResult } from './format-alignment.ts'

/** The result of an alignment, with buttons that go to unsure lines and undo. */
export function AlignmentReport({
  task,
  result,
}: {
  task: AlignmentTask
  result: AlignmentResult
}) {
  const lines = useFact(({ document }) => (document.status === 'open' ? document.lines : none))
  const hasFoundTimes = useFact(isTimedAnew)
  // Undo removes all times, which is too much after an anchor changed a few.
  const canUndo = hasFoundTimes && result.kind === 'timed' && task.part === null
  const hasUnsure = lines.some(hasTimingIssues)
  return (
    <div className="alignment-note">
      <p>{formatResult(result, { isPart: task.part !== null, lines })}</p>
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
