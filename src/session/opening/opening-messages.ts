import type { Problem } from '#transcript/problem.ts'
import { formatClockTime } from '#transcript/format-time.ts'

/** Messages of what goes wrong while opening: what, why, and what to do. */

const error = (code: string, message: string): Problem => ({ code, severity: 'error', message })

/** `why`: sentences. */
export const unplayable = (name: string, why: string): Problem =>
  error('sound-unplayable', `${name} cannot be played. ${why}`)

export const notLoaded = (name: string, why: string): Problem =>
  error('sound-not-loaded', `${name} could not be loaded: ${why}.`)

export const undecodable = (name: string, why: string): Problem =>
  error(
    'sound-undecodable',
    `${name} has no sound that can be played: ${why}. Copy or download it again, from a source where it is complete and not protected.`,
  )

export function notFetched(name: string, reason: unknown): Problem {
  const why = reason instanceof Error ? reason.message : String(reason)
  return error(
    'text-not-fetched',
    `${name} could not be loaded: ${why}. Check the address, or download the file and drop it here.`,
  )
}

export const notReadable = (names: string): Problem =>
  error(
    'file-not-readable',
    `${names} cannot be read. Is it a folder, or has it been moved? Drop the files themselves.`,
  )

export const badAddress = (address: string, why: string): Problem =>
  error(
    'bad-address',
    `“${shortened(address)}” cannot be opened: ${why}. Use an address that begins with https://.`,
  )

export const chaptersAlone = (name: string): Problem =>
  error(
    'chapters-alone',
    `${name} holds chapters only. Open it together with the recording or the transcript they belong to.`,
  )

export const oneRecordingOnly = (shown: string): Problem => ({
  code: 'one-recording',
  severity: 'note',
  message: `${shown} is opened; the other recordings are not, because one is played at a time.`,
})

/** `why`: the whole message. */
export const badPeaks = (why: string): Problem => error('bad-peaks', why)

export const peaksWithoutSound = (name: string): Problem =>
  error(
    'peaks-alone',
    `${name} holds the peaks of a recording. Open that recording first, or both together.`,
  )

export const onePeaksOnly = (taken: string, more: readonly { name: string }[]): Problem => ({
  code: 'one-peaks',
  severity: 'note',
  message: `${taken} is used for the waveform; ${more.map(({ name }) => name).join(', ')} is not, because there is one waveform.`,
})

export const otherLength = (
  name: string,
  { peaks, recording }: { peaks: number; recording: number },
): Problem =>
  error(
    'peaks-of-other-length',
    `${name} is not used for the waveform: it is of a recording of ${formatClockTime(peaks)}, and this one lasts ${formatClockTime(recording)}. Open the peaks of this recording.`,
  )

export const ownMistake = (reason: unknown): Problem =>
  error(
    'own-mistake',
    `Earshot failed while opening (${reason instanceof Error ? reason.message : String(reason)}). What was open stays as it was; please report it.`,
  )

/** Joins problems into one alert. */
export function together(problems: readonly Problem[]): Problem {
  const [first] = problems
  if (!first) throw new Error('together: there is no problem')
  const severity = problems.some((problem) => problem.severity === 'error')
    ? 'error'
    : first.severity
  return { ...first, severity, message: problems.map(({ message }) => message).join(' ') }
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
