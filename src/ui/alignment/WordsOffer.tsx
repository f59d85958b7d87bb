import { AudioLines } from 'lucide-react'
import { useId, useState } from 'react'
import { chooseAlignmentLanguage } from '#commands/choose-alignment-language.ts'
import {
  describeLanguageSupport,
  alignmentQuality,
} from '#session/alignment/alignable-languages.ts'
import { languageOfTranscript } from '#session/alignment/language-of-transcript.ts'
import { shownRecord } from '#state/transcripts.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import { ModelCost } from './ModelCost.tsx'
import { PutAwayButton } from './PutAwayButton.tsx'

/** Offers to find the times of a transcript that has none, and states the cost first. */
export function WordsOffer() {
  const app = useApp()
  const costId = useId()
  const [isPutAway, setPutAway] = useState(false)
  const record = useFact(({ transcripts }) => shownRecord(transcripts))
  if (isPutAway || !record) return null
  const { language, by } = languageOfTranscript(record)
  return (
    <div className="alignment-note alignment-offer">
      <div className="alignment-actions">
        <CommandButton command="find-words" icon={AudioLines} look="strong" describedBy={costId} />
        <LanguageSelect
          value={language}
          onChange={(chosen) => chooseAlignmentLanguage(app, chosen)}
        />
        <PutAwayButton onPutAway={() => setPutAway(true)} />
      </div>
      <p id={costId} className="alignment-small">
        <b>This text has no times.</b>{' '}
        {by === 'default' ? 'Its language is not stated either: choose it here. ' : null}
        {/* Languages with a model of their own need no warning. */}
        {alignmentQuality(language) === 'own-model'
          ? null
          : `${describeLanguageSupport(language)} `}
        <ModelCost work="words" language={language} />
      </p>
    </div>
  )
}
