import { useState } from 'react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'

export function AddressDialog() {
  const { opener, store } = useApp()
  const pasted = useFact(({ pastedAddress }) => pastedAddress)
  const isText = /\.(vtt|srt|json|txt|md)$/i.test(pasted)
  const [audio, setAudio] = useState(isText ? '' : pasted)
  const [transcript, setTranscript] = useState(isText ? pasted : '')
  const close = () => store.getState().dialogChanged(null)
  return (
    <Dialog title="Open addresses" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          close()
          void opener.openAddresses({ audio, transcript })
        }}
      >
        <label className="field">
          <span>Recording</span>
          <input
            type="text"
            inputMode="url"
            placeholder="https://…"
            value={audio}
            onChange={(event) => setAudio(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Transcript</span>
          <input
            type="text"
            inputMode="url"
            placeholder="https://…"
            value={transcript}
            onChange={(event) => setTranscript(event.target.value)}
          />
          <small>
            Your browser asks those servers for them, and they learn your network address. Nothing
            is sent anywhere else. Either may be left empty.
          </small>
        </label>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button
            type="submit"
            className="button button-strong"
            disabled={audio.trim() === '' && transcript.trim() === ''}
          >
            Open
          </button>
        </div>
      </form>
    </Dialog>
  )
}
