import { useApp, useFact } from '#ui/kit/app-context.ts'

/** What there is to know about how the transcript was read; quiet, above the text. */
export function ReadingNote() {
  const { store } = useApp()
  const problems = useFact(({ document }) =>
    document.status === 'open' ? document.problems : none,
  )
  const sound = useFact(({ recording }) => recording.status)
  const text = useFact(({ document }) => document.status)
  const [first, ...more] = problems
  return (
    <>
      {text === 'open' && sound === 'none' ? (
        <p className="reading-note">
          There is no recording yet. Drop it here, or open it, to hear this text.
        </p>
      ) : null}
      {text === 'none' && sound === 'open' ? (
        <p className="reading-note">
          There is no transcript yet. Drop it here, or open it, to read along.
        </p>
      ) : null}
      <SeekingNote />
      {first ? (
        <p className="reading-note">
          <span dir="auto">{first.message}</span>{' '}
          {more.length > 0 ? (
            <button
              type="button"
              className="link-button"
              onClick={() => store.getState().dialogChanged('problems')}
            >
              {more.length === 1 ? 'One more note' : `${more.length} more notes`}
            </button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

/** Some servers send a file only from its start: then no player can go to a place that is not loaded. */
function SeekingNote() {
  const address = useFact(({ recording }) =>
    recording.status === 'open' && recording.duration > 0 && !recording.seekable
      ? recording.sharedAddress
      : null,
  )
  if (address === null) return null
  return (
    <p className="reading-note">
      The server of this recording does not let players go to a place in it.{' '}
      <a href={address} download rel="noreferrer">
        Download it
      </a>
      , then open the file here.
    </p>
  )
}

const none: readonly never[] = []
