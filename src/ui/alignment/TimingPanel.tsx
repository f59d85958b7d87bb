import {
  ArrowDownToDot,
  ArrowUpFromDot,
  AudioLines,
  Gauge,
  MapPin,
  Undo2,
  WholeWord,
} from 'lucide-react'
import { chooseAlignmentLanguage } from '#commands/choose-alignment-language.ts'
import { languageOfTranscript } from '#session/alignment/language-of-transcript.ts'
import { isTimedAnew, shownRecord } from '#state/transcripts.ts'
import { hasTimingIssues } from '#transcript/line.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { AnchorList } from './AnchorList.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import { ModelCost } from './ModelCost.tsx'

/** The timing commands that apply to this transcript. */
export function TimingPanel() {
  const app = useApp()
  const document = useFact((state) => state.document)
  const record = useFact(({ transcripts }) => shownRecord(transcripts))
  const hasFoundTimes = useFact(isTimedAnew)
  if (document.status !== 'open' || !record) return null
  const { transcript, lines } = document
  const { language } = languageOfTranscript(record)
  const hasUnsure = lines.some(hasTimingIssues)
  return (
    <>
      <ul>
        {transcript.timing === 'none' ? (
          <Tool command="find-words" icon={AudioLines} />
        ) : (
          <Tool command="check-timing" icon={Gauge} />
        )}
        {transcript.timing !== 'none' && hasFoundTimes ? (
          <Tool command="find-words" icon={AudioLines} label="Find the words again" />
        ) : null}
        {transcript.timing === 'segment' ? (
          <Tool command="find-word-times" icon={WholeWord} />
        ) : null}
        <Tool command="set-anchor" icon={MapPin} />
        {hasUnsure ? <Tool command="next-unsure" icon={ArrowDownToDot} /> : null}
        {hasUnsure ? <Tool command="previous-unsure" icon={ArrowUpFromDot} /> : null}
        {hasFoundTimes ? <Tool command="undo-timing" icon={Undo2} /> : null}
      </ul>
      <AnchorList />
      <LanguageSelect
        value={language}
        onChange={(chosen) => chooseAlignmentLanguage(app, chosen)}
      />
      <p className="alignment-small">
        <ModelCost work="words" language={language} />
      </p>
    </>
  )
}

function Tool(props: Pick<Parameters<typeof CommandButton>[0], 'command' | 'icon' | 'label'>) {
  return (
    <li>
      <CommandButton {...props} look="text" />
    </li>
  )
}
