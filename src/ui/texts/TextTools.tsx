import { Download, FileSearch } from 'lucide-react'
import type { ShelvedText } from '#state/texts-slice.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import './texts.css'

/** Which transcript is shown, where there are several, and what can be done with its file. */
export function TextTools() {
  const isOpen = useFact(({ document }) => document.status === 'open')
  if (!isOpen) return null
  return (
    <div className="text-tools">
      <TextChooser />
      <CommandButton command="reading" icon={FileSearch} />
      <CommandButton command="save-text" icon={Download} />
    </div>
  )
}

function TextChooser() {
  const { opener } = useApp()
  const texts = useFact((state) => state.texts)
  const shown = useFact((state) => state.shownText)
  if (texts.length < 2 || shown === null) return null
  return (
    <select
      className="select text-chooser"
      aria-label="Which transcript is shown"
      value={shown}
      onChange={(event) => opener.texts.show(Number(event.target.value))}
    >
      {texts.map((text) => (
        <option key={text.id} value={text.id}>
          {labelOf(text)}
        </option>
      ))}
    </select>
  )
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

function labelOf({ name, language }: ShelvedText): string {
  const spelled = language === null ? undefined : languageNameOf(language)
  return spelled === undefined ? name : `${spelled} – ${name}`
}

function languageNameOf(tag: string): string | undefined {
  try {
    return languageNames.of(tag)
  } catch {
    return undefined
  }
}
