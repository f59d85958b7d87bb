import { RotateCw } from 'lucide-react'
import type { Problem } from '#transcript/problem.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'

/** Says why no times were found. The transcript is unchanged. */
export function AlignmentFailure({
  problem,
  canRetry,
}: {
  problem: Problem
  /** Whether another attempt may succeed. */
  canRetry: boolean
}) {
  return (
    <div className="alignment-note alignment-failure">
      <p>{problem.message}</p>
      <div className="alignment-actions">
        {canRetry ? (
          <CommandButton
            command="resume-alignment"
            icon={RotateCw}
            look="outlined"
            label="Try again"
          />
        ) : null}
        <DismissButton />
      </div>
    </div>
  )
}
