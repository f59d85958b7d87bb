import { useFact } from '#ui/kit/app-context.ts'

/** Says when seeks may be inexact or are not possible. */
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
  // A local file is indexed within a moment; one from the web must be downloaded first.
  if (seeking.status === 'preparing' && isFromWeb) {
    return (
      <p className="kit-note">
        Seeking may be seconds off until the whole recording is downloaded:{' '}
        <span className="opening-percent">{Math.floor(seeking.progress * 100)} %</span>. It plays
        meanwhile.
      </p>
    )
  }
  if (seeking.status === 'estimated') return <p className="kit-note">{seeking.why}</p>
  if (address === null) return null
  return (
    <p className="kit-note">
      The server of this recording does not support seeking.{' '}
      <a href={address} download rel="noreferrer">
        Download it
      </a>
      , then open the file here.
    </p>
  )
}
