/** Names, with titles and what is added to them, are shorter. UTF-16 code units. */
const longest = 60

export interface SpeakerCandidate {
  readonly name: string
  /** Offset behind the colon. */
  readonly to: number
}

/** What stands before a colon near the beginning, whatever it is. */
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
