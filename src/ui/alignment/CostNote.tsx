import { AudioLines } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { chooseAlignmentLanguage } from '#commands/choose-alignment-language.ts'
import { speechWorkLanguage, speechWorkFor } from '#session/alignment/speech-work.ts'
import { commandNamed } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { firstKey } from '#commands/keymap.ts'
import type { Alignment, AlignmentGoal } from '#state/alignment.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import { ModelCost } from './ModelCost.tsx'
import { PutAwayButton } from './PutAwayButton.tsx'

/** After a key that needs a speech model: what it costs, and the focused button that begins. */
export function CostNote({ offered }: { offered: Extract<Alignment, { status: 'offered' }> }) {
  const app = useApp()
  const place = useRef<HTMLDivElement>(null)
  const focusedBefore = useRef<Element>(null)
  const costId = useId()
  const { task, need } = offered
  const { goal } = task
  const language = useFact((state) => speechWorkLanguage(goal, state))
  useEffect(() => {
    const focused = document.activeElement
    if (!place.current?.contains(focused)) focusedBefore.current = focused
    place.current?.querySelector('button')?.focus()
    return () => {
      const isFocusLost = document.activeElement === document.body
      const { current } = focusedBefore
      if (isFocusLost && current instanceof HTMLElement) current.focus({ preventScroll: true })
    }
  }, [])
  const id = commandOf[goal]
  return (
    <div ref={place} className="alignment-note alignment-offer">
      <div className="alignment-actions">
        <CommandButton command={id} icon={AudioLines} look="strong" describedBy={costId} />
        {goal === 'draft' ? null : (
          <LanguageSelect
            value={language}
            onChange={(chosen) => chooseAlignmentLanguage(app, chosen)}
          />
        )}
        <PutAwayButton onPutAway={app.alignments.dismiss} />
      </div>
      <p id={costId} className="alignment-small">
        <b>Press {firstKey(commandNamed(id))} again, or Enter, to begin.</b>{' '}
        <ModelCost work={speechWorkFor(goal)} language={language} known={need} />
      </p>
    </div>
  )
}

const commandOf: Readonly<Record<AlignmentGoal, CommandId>> = {
  words: 'find-words',
  'word-times': 'find-word-times',
  check: 'check-timing',
  draft: 'write-draft',
}
