import { useFact } from '#ui/kit/app-context.ts'

/** What is unusual in the recording: damage, other sound tracks, a picture that is not shown. */
export function RecordingNotes() {
  const notes = useFact(({ recordingNotes }) => recordingNotes)
  return notes.map((note) => (
    <p key={note} className="kit-note">
      {note}
    </p>
  ))
}
