import { Download, FileSearch } from 'lucide-react'
import { recordsOf } from '#state/transcripts.ts'
import type { TranscriptId, TranscriptRecord } from '#state/transcripts.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import './text-tools.css'

/** Chooses the shown transcript when there are several, and has the commands for its file. */
export function TextTools() {
  const isOpen = useFact(({ document }) => document.status === 'open')
  if (!isOpen) return null
  return (
    <div className="transcripts-tools">
      <TextChooser />
      <CommandButton command="reading" icon={FileSearch} />
      <CommandButton command="save-text" icon={Download} />
    </div>
  )
}

function TextChooser() {
  const app = useApp()
  const transcripts = useFact((state) => state.transcripts)
  const records = recordsOf(transcripts)
  if (records.length < 2 || transcripts.shownId === null) return null
  return (
    <select
      className="kit-select transcripts-chooser"
      aria-label="Which transcript is shown"
      value={transcripts.shownId}
      onChange={(event) => app.transcripts.show(event.target.value as TranscriptId)}
    >
      {records.map((record) => (
        <option key={record.id} value={record.id}>
          {labelOf(record)}
        </option>
      ))}
    </select>
  )
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

function labelOf({ source: { name }, read: { language } }: TranscriptRecord): string {
  const spelled = language === undefined ? undefined : languageNameOf(language)
  return spelled === undefined ? name : `${spelled} – ${name}`
}

function languageNameOf(tag: string): string | undefined {
  try {
    return languageNames.of(tag)
  } catch {
    return undefined
  }
}
