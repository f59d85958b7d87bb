import { AudioLines } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { chooseAlignmentLanguage, dismissAlignment } from '#commands/alignment-commands.ts'
import { speechWorkLanguage, speechWorkFor } from '#session/alignment/speech-work.ts'
import { commandNamed } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { firstKey } from '#commands/keymap.ts'
import type { Alignment, AskedPurpose } from '#state/alignment-slice.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import { ModelCost } from './ModelCost.tsx'
import { PutAwayButton } from './PutAwayButton.tsx'

/** A key asked for something that loads a speech model: what that costs, and the button that begins it, in focus. */
export function CostNote({ asked }: { asked: Extract<Alignment, { status: 'asked' }> }) {
  const app = useApp()
  const place = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<Element>(null)
  const costId = useId()
  const { purpose, need } = asked
  const language = useFact((state) => speechWorkLanguage(purpose, state))
  useEffect(() => {
    const focused = document.activeElement
    if (!place.current?.contains(focused)) cameFrom.current = focused
    place.current?.querySelector('button')?.focus()
    return () => {
      const isLost = document.activeElement === document.body
      const { current } = cameFrom
      if (isLost && current instanceof HTMLElement) current.focus({ preventScroll: true })
    }
  }, [])
  const id = commandOf[purpose]
  return (
    <div ref={place} className="alignment-note alignment-offer">
      <div className="alignment-actions">
        <CommandButton command={id} icon={AudioLines} look="strong" describedBy={costId} />
        {purpose === 'draft' ? null : (
          <LanguageSelect
            value={language}
            onChange={(chosen) => chooseAlignmentLanguage(app, chosen)}
          />
        )}
        <PutAwayButton onPutAway={() => dismissAlignment(app)} />
      </div>
      <p id={costId} className="alignment-small">
        <b>Press {firstKey(commandNamed(id))} again, or Enter, to begin.</b>{' '}
        <ModelCost work={speechWorkFor(purpose)} language={language} known={need} />
      </p>
    </div>
  )
}

const commandOf: Readonly<Record<AskedPurpose, CommandId>> = {
  words: 'find-words',
  'word-times': 'find-word-times',
  check: 'check-timing',
  draft: 'write-draft',
}
