import { useState } from 'react'
import { closeDialog } from '#commands/dialogs.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'

export function AddressDialog() {
  const app = useApp()
  const { opener } = app
  const pasted = useFact(({ pastedAddress }) => pastedAddress)
  const isPeaks = /\.dat$/i.test(pasted)
  const isText = /\.(vtt|srt|json|txt|md)$/i.test(pasted)
  const [audio, setAudio] = useState(isText || isPeaks ? '' : pasted)
  const [transcript, setTranscript] = useState(isText ? pasted : '')
  const [peaks, setPeaks] = useState(isPeaks ? pasted : '')
  const close = () => closeDialog(app)
  return (
    <Dialog title="Open addresses" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          close()
          void opener.openAddresses({ audio, transcript, peaks })
        }}
      >
        <AddressField label="Recording" value={audio} onChange={setAudio} />
        <AddressField
          label="Transcript"
          value={transcript}
          onChange={setTranscript}
          note="Your browser asks those servers for them, and they learn your network address. Nothing is sent anywhere else. Either may be left empty."
        />
        <details className="opening-more" open={isPeaks}>
          <summary>More</summary>
          <AddressField
            label="Peaks"
            value={peaks}
            onChange={setPeaks}
            note="A file of audiowaveform’s (.dat or .json), drawn as the waveform of the recording."
          />
        </details>
        <div className="kit-dialog-actions">
          <button type="button" className="kit-button" onClick={close}>
            Cancel
          </button>
          <button
            type="submit"
            className="kit-button kit-button-strong"
            disabled={[audio, transcript, peaks].every((address) => address.trim() === '')}
          >
            Open
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function AddressField({
  label,
  value,
  onChange,
  note,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  note?: string
}) {
  return (
    <label className="kit-field">
      <span>{label}</span>
      <input
        type="text"
        inputMode="url"
        placeholder="https://…"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {note === undefined ? null : <small>{note}</small>}
    </label>
  )
}
