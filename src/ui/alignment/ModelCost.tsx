import type { ModelNeed, SpeechWork } from '#session/alignment/speech-models.ts'
import { useFact } from '#ui/kit/app-context.ts'
import { formatBytes, formatMinutes } from './format-alignment.ts'
import { useModelNeed } from './use-model-need.ts'

/** States the download and the duration of speech work before it begins: "The speech model is 5 MB …". */
export function ModelCost({
  work,
  language,
  known = null,
}: {
  work: SpeechWork
  language: string
  /** A need that is known already, so that a screen reader reads it at once. */
  known?: ModelNeed | null
}) {
  const duration = useFact(({ recording }) =>
    recording.status === 'open' ? recording.duration : 0,
  )
  const need = useModelNeed(work, { language, known })
  const minutes = formatMinutes(duration * secondsForASecond[work])
  return (
    <>
      {need === null ? null : formatNeed(need)}About {minutes} for this recording. The sound and the
      text stay on this machine.
    </>
  )
}

function formatNeed({ bytes, isStored }: ModelNeed): string {
  if (bytes === 0) return ''
  return isStored
    ? 'The speech model is on this machine already. '
    : `The speech model is ${formatBytes(bytes)}: it is downloaded once, from this page’s own address, and stored on this machine. `
}

/** Seconds of work for a second of audio on one slow core of 2020, rounded up. */
const secondsForASecond: Readonly<Record<SpeechWork, number>> = { words: 0.1, draft: 0.35 }
