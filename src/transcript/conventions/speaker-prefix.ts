import { nameParticles } from './name-particles.ts'
import { notNames } from './not-names.ts'

export interface SpeakerPrefix {
  readonly name: string
  /** Length of the name with its colon and the blanks around them, in characters. */
  readonly length: number
}

/**
 * `Name: ` at the beginning of a text, if the words before the colon could be a name. Blanks must follow the colon, so
 * `10:30` and addresses do not match.
 */
export function findSpeakerPrefix(text: string): SpeakerPrefix | null {
  if (!text.includes(':') && !text.includes('：')) return null
  const found =
    /^(\s{0,3}(?:>>\s?)?(?:\*\*)?)(\p{L}[^:：\n]{0,48})(?:(?:\*\*)?[:：](?:\*\*)?)(?:\s+|(?<=：))/u.exec(
      text,
    )
  if (found === null) return null
  const name = found[2]!.trim().replace(/\*\*$/, '')
  return isNameLike(name) ? { name, length: found[0].length } : null
}

/**
 * The names that introduce speakers in these texts: names that occur twice, and clear names (`Ada Lovelace`, `Speaker
 * 2`, `SPEAKER_00`). If a name in capitals occurs twice, all names in capitals count.
 */
export function findSpeakerNames(texts: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const prefix = findSpeakerPrefix(text)
    if (prefix !== null) counts.set(prefix.name, (counts.get(prefix.name) ?? 0) + 1)
  }
  const names = new Set<string>()
  const inCapitals = [...counts].some(([name, count]) => count > 1 && isInCapitals(name))
  for (const [name, count] of counts) {
    const isName = count > 1 || isClearlyName(name) || (inCapitals && isInCapitals(name))
    if (isName) names.add(name)
  }
  return names
}

/** Whether a text could be a name: few words, each capitalised, and not a sentence. */
export function isNameLike(name: string): boolean {
  const plain = name.replace(/\s*[([][^()[\]]*[)\]]$/, '')
  const parts = plain.split(/\s+/)
  if (
    parts.length > 5 ||
    notNames.has(plain.toLowerCase()) ||
    notNames.has(parts[0]!.toLowerCase())
  )
    return false
  if (!/^[\p{L}\p{M}\p{N}\s.'’_&#/-]+$/u.test(plain)) return false
  // \p{Lo}: letters of scripts without capitals
  const isCapital = (part: string) => /^(?:[\p{Lu}\p{Lt}\p{Lo}]|\p{N}+$|#\p{N}+$|&$|-$)/u.test(part)
  return isCapital(parts[0]!) && parts.every((part) => isCapital(part) || nameParticles.has(part))
}

function isInCapitals(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\s.'’-]+$/u.test(name)
}

/** Whether a label that occurs once is a name. Unlike the aligner's list of roles, it excludes words such as `Question`. */
function isClearlyName(name: string): boolean {
  if (
    /^(?:speaker|sprecher(?:in)?|locuteur|hablante|interviewer|interviewee|host|guest|narrator|moderator)[\s_-]*[\p{Lu}\d]{0,3}$/iu.test(
      name,
    )
  )
    return true
  const parts = name.split(/\s+/)
  return (
    parts.length >= 2 &&
    parts.length <= 3 &&
    parts.every((part) => /^\p{Lu}[\p{Ll}\p{Lu}'’.-]*$/u.test(part)) &&
    /\p{Ll}/u.test(name)
  )
}
