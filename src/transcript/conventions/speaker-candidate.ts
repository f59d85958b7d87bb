/** The longest name with titles, in UTF-16 code units. */
const longest = 60

export interface SpeakerCandidate {
  readonly name: string
  /** Offset after the colon. */
  readonly to: number
}

/** The words before a colon near the beginning of a line, which may be a speaker's name. */
export function speakerCandidate(text: string, from: number): SpeakerCandidate | null {
  const head = text.slice(from, from + longest)
  const colon = head.search(/[:：](?=\s|\*|_|$)/)
  if (colon < 1 || from + colon >= text.length) return null
  const name = head
    .slice(0, colon)
    .replace(/^[\s>*_\-–—•"“]+/, '')
    .replace(/[*_\s]+$/, '')
    .replace(/\s*[([][^()[\]]*[)\]]$/, '')
  return /^\p{L}/u.test(name) ? { name, to: from + colon + 1 } : null
}
