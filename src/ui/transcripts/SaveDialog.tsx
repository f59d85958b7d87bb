import { useState } from 'react'
import { closeDialog } from '#commands/dialogs.ts'
import { writableFormats } from '#session/transcripts/writable-formats.ts'
import type { WritableFormat } from '#session/transcripts/writable-formats.ts'
import type { SaveResult, SavedParts } from '#session/transcripts/save-transcript.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'
import './dialogs.css'

/** Saves the transcript as a file in a chosen format and with chosen contents. */
export function SaveDialog() {
  const app = useApp()
  const { saveText } = app
  const timing = useFact(({ document }) =>
    document.status === 'open' ? document.transcript.timing : 'none',
  )
  const [formatId, setFormatId] = useState(writableFormats[0]!.id)
  const [parts, setParts] = useState<Required<SavedParts>>(everything)
  const [saved, setSaved] = useState<SaveResult | null>(null)
  const format = writableFormats.find(({ id }) => id === formatId)!
  const close = () => closeDialog(app)
  return (
    <Dialog title="Save the transcript" onClose={close}>
      <form
        onChange={() => setSaved(null)}
        onSubmit={async (event) => {
          event.preventDefault()
          setSaved(await saveText(formatId, parts))
        }}
      >
        <label className="kit-field">
          <span>Format</span>
          <select value={formatId} onChange={(event) => setFormatId(event.target.value)}>
            {writableFormats.map(({ id, name, extension }) => (
              <option key={id} value={id}>
                {name} (.{extension})
              </option>
            ))}
          </select>
        </label>
        <fieldset className="transcripts-parts">
          <legend>With</legend>
          {choicesFor(format, timing).map(({ part, label }) => (
            <label key={part} className="kit-check">
              <input
                type="checkbox"
                checked={parts[part]}
                onChange={({ target }) => setParts({ ...parts, [part]: target.checked })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <div className="transcripts-saved" role="status">
          {saved ? <SavedNote saved={saved} /> : null}
        </div>
        <div className="kit-dialog-actions">
          <button type="button" className="kit-button" onClick={close}>
            Close
          </button>
          <button type="submit" className="kit-button kit-button-strong">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function SavedNote({ saved: { fileName, problems } }: { saved: SaveResult }) {
  return (
    <>
      <p>
        {fileName === null ? 'Nothing was saved.' : 'Saved as '}
        {fileName === null ? null : <bdi>{fileName}</bdi>}
      </p>
      <ul className="transcripts-problems">
        {problems.map(({ message }, index) => (
          <li key={index} dir="auto">
            {message}
          </li>
        ))}
      </ul>
    </>
  )
}

const everything: Required<SavedParts> = { speakers: true, times: true, words: true }

const labels: Readonly<Record<keyof SavedParts, string>> = {
  speakers: 'names of speakers',
  times: 'times',
  words: 'times of words',
}

/** The contents that can be chosen: not times that the format requires, nor word times that the transcript lacks. */
function choicesFor({ supports, needsTimes }: WritableFormat, timing: 'word' | 'segment' | 'none') {
  const isOffered: Readonly<Record<keyof SavedParts, boolean>> = {
    speakers: supports.speakers,
    times: supports.times && !needsTimes && timing !== 'none',
    words: supports.words && timing === 'word',
  }
  return (['speakers', 'times', 'words'] as const)
    .filter((part) => isOffered[part])
    .map((part) => ({ part, label: labels[part] }))
}
