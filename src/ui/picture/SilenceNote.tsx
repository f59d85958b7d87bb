import { useFact } from '#ui/kit/app-context.ts'

/** A film without a sound track is shown like any other, and nobody need look for what is wrong. */
export function SilenceNote() {
  const isSilent = useFact(({ recording }) => recording.status === 'open' && !recording.hasSound)
  return isSilent ? <p className="kit-note">This recording has a picture, but no sound.</p> : null
}
