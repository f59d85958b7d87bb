import type { Speaker, SpeakerId } from '#transcript/transcript.ts'

export interface SpeakerList {
  /** The same id for the same name; `null` for a name that is none. */
  idOf(name: string | undefined): SpeakerId | null
  readonly speakers: readonly Speaker[]
}

const longestName = 100

/** Gives speakers ids in the order they first speak. */
export function createSpeakerList(): SpeakerList {
  const ids = new Map<string, SpeakerId>()
  const idsAsWritten = new Map<string, SpeakerId | null>()
  const speakers: Speaker[] = []
  return {
    speakers,
    idOf(name) {
      if (name === undefined) return null
      let id = idsAsWritten.get(name)
      if (id === undefined) {
        id = idOfShown(presentSpeaker(name))
        idsAsWritten.set(name, id)
      }
      return id
    },
  }

  function idOfShown(name: string): SpeakerId | null {
    if (name === '') return null
    const known = ids.get(name)
    if (known !== undefined) return known
    const id = `speaker-${speakers.length + 1}` as SpeakerId
    ids.set(name, id)
    speakers.push({ id, name })
    return id
  }
}

/** One line, without controls and changes of direction, which would turn round what stands beside it. */
export function presentSpeaker(name: string | undefined): string {
  if (name === undefined) return ''
  const line = name
    .slice(0, 10 * longestName)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  return [...line].slice(0, longestName).join('').normalize('NFC')
}
