import type { Speaker, SpeakerId } from '#transcript/transcript.ts'

export interface SpeakerList {
  /** Returns the same id for the same name; `null` if the name is empty. */
  idOf(name: string | undefined): SpeakerId | null
  readonly speakers: readonly Speaker[]
}

const longestName = 100

/** Assigns ids to speakers in the order in which they first speak. */
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

/** Letters of Western languages, figures, and single blanks. */
const usual = /^(?=.{1,100}$)[\w'’.\u00c0-\u024f-]+(?: [\w'’.\u00c0-\u024f-]+)*$/

/** A name as one line, without control and bidirectional characters, which would garble the text around it. */
export function presentSpeaker(name: string | undefined): string {
  if (name === undefined) return ''
  if (usual.test(name)) return name
  const line = name
    .slice(0, 10 * longestName)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  return [...line].slice(0, longestName).join('').normalize('NFC')
}
