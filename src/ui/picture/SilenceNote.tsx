import { useFact } from '#ui/kit/app-context.ts'

/** Says that a film has no audio track, so that silence does not look like a fault. */
export function SilenceNote() {
  const isSilent = useFact(({ recording }) => recording.status === 'open' && !recording.hasSound)
  return isSilent ? <p className="kit-note">This recording has a picture, but no sound.</p> : null
}
