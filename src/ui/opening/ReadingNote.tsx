import { runCommand } from '#commands/commands.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { RecordingNotes } from './RecordingNotes.tsx'
import { SeekingNote } from './SeekingNote.tsx'

/** Notes above the transcript: what is missing, whether seeks are exact, and the first problem of reading. */
export function ReadingNote() {
  const app = useApp()
  const problems = useFact(({ document }) =>
    document.status === 'open' ? document.problems : none,
  )
  const sound = useFact(({ recording }) => recording.status)
  const text = useFact(({ document }) => document.status)
  const isOpening = useFact(({ opening }) => opening.status === 'busy')
  // With a recording open, the offer to find words says that times are missing, and the offer to move them that they
  // are outside of it.
  const [first, ...more] =
    sound === 'open' ? problems.filter(({ code }) => !saidElsewhere.has(code)) : problems
  return (
    <>
      {text === 'open' && sound === 'none' && !isOpening ? (
        <p className="kit-note">
          There is no recording yet. Drop it here, or open it, to hear this text.
        </p>
      ) : null}
      {text === 'none' && sound === 'open' && !isOpening ? (
        <p className="kit-note">
          There is no transcript yet. Drop it here, or open it, to read along.
        </p>
      ) : null}
      <SeekingNote />
      <RecordingNotes />
      {first ? (
        <p className="kit-note">
          <span dir="auto">{first.message}</span>{' '}
          {more.length > 0 ? (
            <button type="button" className="kit-link" onClick={() => runCommand(app, 'reading')}>
              {more.length === 1 ? 'One more note' : `${more.length} more notes`}
            </button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

const saidElsewhere: ReadonlySet<string> = new Set(['no-times', 'times-late'])

const none: readonly never[] = []
