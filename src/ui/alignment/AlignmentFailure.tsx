import { RotateCw } from 'lucide-react'
import type { Problem } from '#transcript/problem.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'

/** Why no times were found. The transcript stays as it was. */
export function AlignmentFailure({
  problem,
  canRetry,
}: {
  problem: Problem
  /** Trying again may give something else. */
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
