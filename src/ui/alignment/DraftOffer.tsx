import { PencilLine } from 'lucide-react'
import { useId, useState } from 'react'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { ModelCost } from './ModelCost.tsx'
import { PutAwayButton } from './PutAwayButton.tsx'

/** Offers to write down what is said where there is no text, and says before what that costs. */
export function DraftOffer() {
  const costId = useId()
  const [isPutAway, setPutAway] = useState(false)
  if (isPutAway) return null
  return (
    <div className="alignment-note alignment-offer">
      <div className="alignment-actions">
        <CommandButton
          command="write-draft"
          icon={PencilLine}
          look="outlined"
          describedBy={costId}
        />
        <PutAwayButton onPutAway={() => setPutAway(true)} />
      </div>
      <p id={costId} className="alignment-small">
        <b>If English is spoken here,</b> this page can write down what it hears. A machine writes
        it: names and rare words may be wrong, and who speaks is not told.{' '}
        <ModelCost work="draft" language="en" />
      </p>
    </div>
  )
}
