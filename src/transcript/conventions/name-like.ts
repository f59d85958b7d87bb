import { nameParticles } from './name-particles.ts'
import { notNames } from './not-names.ts'

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
