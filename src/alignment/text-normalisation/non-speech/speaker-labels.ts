import { candidatesInside } from './candidates-inside.ts'
import type { ScriptConventions } from './script-conventions.ts'
import { nameParticles } from '#transcript/conventions/name-particles.ts'
import { speakerCandidate } from '#transcript/conventions/speaker-candidate.ts'
import type { LineRange } from './line-ranges.ts'

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

/** A name that is not in capitals is a label inside a line if it stands before a colon this often. */
const leastInside = 3

/** The speaker labels inside a line: text that was pasted as one run, "… story. MARTIN: Much of …". */
export function labelsInside(text: string, conventions: ScriptConventions): LineRange[] {
  const { speakerCounts, speakerCountsAnywhere } = conventions
  return candidatesInside(text).filter(({ name }) => {
    const isOften = (speakerCountsAnywhere.get(name) ?? 0) >= leastInside
    if (isOften && isName(name.split(/[\s,]+/))) return true
    return isSpeaker(name, conventions) && (isCapitalised(name) || speakerCounts.has(name))
  })
}

/** Not a speaker: "There is one thing: …", in lower case, and "Remember: …", which no other line starts with. */
function isSpeaker(name: string, { isShouted, speakerCounts }: ScriptConventions): boolean {
  const words = name.split(/[\s,]+/)
  if (words.length > 7) return false
  if (roles.test(words[0]!) && words.length <= 2) return true
  if (isCapitalised(name) && (!isShouted || words.length <= 3)) return true
  const isRepeated = (speakerCounts.get(name) ?? 0) > 1
  if (/^\p{Ll}/u.test(name)) return false
  if (words.length <= 3 && isRepeated) return true
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return isName(words) && words.length <= 5 && (capitalised > 1 || /\d$/.test(name))
}

/** Words that begin with capitals or figures, or are particles: Simone de Beauvoir, Speaker 2. */
const isName = (words: readonly string[]) =>
  words.every((word) => /^[\p{Lu}\d]/u.test(word) || isParticle(word)) && !isParticle(words[0]!)

/** All in capitals: MARTIN, McDONALD. */
const isCapitalised = (name: string) =>
  /\p{Lu}/u.test(name) &&
  !/\p{Ll}/u.test(name.replace(/\b(?:Mc|Mac|De|Di|La|Le|Van)(?=\p{Lu})/gu, ''))

const isParticle = (word: string) => nameParticles.has(word.toLowerCase())
