import { RotateCw } from 'lucide-react'
import type { Problem } from '#transcript/problem.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { DismissButton } from './DismissButton.tsx'

/** What may be gone the next time: a connection, a file that came damaged. Other troubles stay as they are. */
const passing = new Set(['alignment-failed', 'draft-failed'])

/** Why nothing came of it. The text stays as it was. */
export function AlignmentFailure({ problem }: { problem: Problem }) {
  return (
    <div className="alignment-note alignment-failure">
      <p>{problem.message}</p>
      <div className="alignment-actions">
        {passing.has(problem.code) ? (
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
