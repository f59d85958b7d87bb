import type { RawCue } from './blocks.ts'

/** `1 "Ada Park" (1234567)`: number, name and participant of a Webex recording. */
const webexIdentifier = /^\d{1,9} "(.{1,200})" \(\d{1,20}\)$/

/** The speakers whose names Webex writes into the cues’ identifiers, by cue; `null` if the file is not Webex’s. */
export function speakersOfIdentifiers(
  cues: readonly RawCue[],
): readonly (string | undefined)[] | null {
  if (!cues.slice(0, 10).some(({ identifier }) => webexIdentifier.test(identifier))) return null
  const names = cues.map(({ identifier }) => webexIdentifier.exec(identifier)?.[1])
  const count = names.filter((name) => name !== undefined).length
  return count * 2 > cues.length ? names : null
}
