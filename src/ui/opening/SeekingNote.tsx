import { useFact } from '#ui/kit/app-context.ts'

/** Whether a seek lands where it is sent, where that is not a matter of course. */
export function SeekingNote() {
  const seeking = useFact((state) => state.seeking)
  const address = useFact(({ recording }) =>
    recording.status === 'open' && recording.duration > 0 && !recording.seekable
      ? recording.sharedAddress
      : null,
  )
  const isFromWeb = useFact(
    ({ recording }) => recording.status === 'open' && recording.sharedAddress !== null,
  )
  // A file is counted in a moment; a copy from the web takes as long as the web does.
  if (seeking.status === 'preparing' && isFromWeb) {
    return (
      <p className="kit-note">
        Seeks in this recording may land seconds away until all of it is here:{' '}
        <span className="opening-percent">{Math.floor(seeking.progress * 100)} %</span>. It plays
        meanwhile.
      </p>
    )
  }
  if (seeking.status === 'estimated') return <p className="kit-note">{seeking.why}</p>
  if (address === null) return null
  return (
    <p className="kit-note">
      The server of this recording does not let players go to a place in it.{' '}
      <a href={address} download rel="noreferrer">
        Download it
      </a>
      , then open the file here.
    </p>
  )
}
