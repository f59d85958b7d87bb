import type { ScriptConventions } from './script-conventions.ts'
import { nameParticles } from '#transcript/conventions/name-particles.ts'
import { speakerCandidate } from '#transcript/conventions/speaker-candidate.ts'

const roles =
  /^(?:interviewer|interviewee|host|co-?host|guest|narrator|moderator|speaker|presenter|anchor|reporter|announcer|caller|operator|question|answer|man|woman|boy|girl|child|audience|participant|student|teacher|voice|voiceover|translator|interpreter|counsel|judge|witness|clerk|officer|doctor|patient|unknown|unidentified|all|both|everyone|locuteur|intervieweur|sprecher|sprecherin|moderatorin|entrevistador|locutor|intervistatore|spreker|ведущий|ведущая|диктор|корреспондент)$/i

/** The offset after a speaker label, "JOHN SMITH:", "Dr. Jones:", "Interviewer 1:", "Q."; `from` without one. */
export function endOfSpeakerLabel(
  text: string,
  from: number,
  conventions: ScriptConventions,
): number {
  const court = /^[\s>*]{0,20}(Q|A)(?:\.|\s(?=\s)|\t)(?=\s|$)/.exec(text.slice(from, from + 30))
  if (court && (court[1] === 'Q' || conventions.hasQuestions)) return from + court[0].length
  const candidate = speakerCandidate(text, from)
  return candidate && isSpeaker(candidate.name, conventions) ? candidate.to : from
}

/** Not a speaker: "There is one thing: …", in lower case, and "Remember: …", which no other line starts with. */
function isSpeaker(name: string, { isShouted, speakerCounts }: ScriptConventions): boolean {
  const words = name.split(/[\s,]+/)
  if (words.length > 7) return false
  if (roles.test(words[0]!) && words.length <= 2) return true
  const isCapitals =
    /\p{Lu}/u.test(name) &&
    !/\p{Ll}/u.test(name.replace(/\b(?:Mc|Mac|De|Di|La|Le|Van)(?=\p{Lu})/gu, ''))
  if (isCapitals && (!isShouted || words.length <= 3)) return true
  const isRepeated = (speakerCounts.get(name) ?? 0) > 1
  if (/^\p{Ll}/u.test(name)) return false
  if (words.length <= 3 && isRepeated) return true
  const isName = words.every((word) => /^[\p{Lu}\d]/u.test(word) || isParticle(word))
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return (
    isName && words.length <= 5 && (capitalised > 1 || /\d$/.test(name)) && !isParticle(words[0]!)
  )
}

const isParticle = (word: string) => nameParticles.has(word.toLowerCase())
