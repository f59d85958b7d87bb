import { PencilLine } from 'lucide-react'
import { useId, useState } from 'react'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { ModelCost } from './ModelCost.tsx'
import { PutAwayButton } from './PutAwayButton.tsx'

/** Offers a draft by speech recognition when there is no transcript, and states the cost first. */
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
        <b>If the language is English,</b> this page can write a draft by speech recognition. Names
        and rare words may be wrong, and speakers are not named.{' '}
        <ModelCost work="draft" language="en" />
      </p>
    </div>
  )
}
