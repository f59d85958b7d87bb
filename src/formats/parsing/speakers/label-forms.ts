import { isNameLike } from '#transcript/conventions/name-like.ts'
import { notNames } from '#transcript/conventions/not-names.ts'
import { headingWords, phraseOpenings, phraseVerbs } from '#transcript/conventions/phrase-words.ts'

/** Roles that programs number: `Speaker 1`, `SPEAKER_00`, `spk_0`, `Спикер №2`, `Interviewer`. */
const numberedRole =
  /^(?:speaker|spkr?|sprecher(?:in)?|locuteur|locutrice|hablante|interlocutor|parlante|falante|spreker|talare|mówca|спикер|говорящий|interviewer(?:in)?|interviewee|host|guest|narrator|moderator(?:in)?|participant|说话人|讲话人|发言人|話者|発言者|화자)[\s_-]*(?:№|#|no\.)?\s*[\p{L}\d]{0,3}$/iu

const unknownSpeaker =
  /^(?:unknown|unidentified|multiple|all) (?:speakers?|voices?|male|female)(?: \d{1,2})?$/i

const courtRole =
  /^(?:(?:MR|MRS|MS|DR|JUDGE|JUSTICE|SEN|REP|SGT|LT|CAPT|COL|GEN)\.? [\p{Lu}'’.\s-]{2,40}|THE (?:COURT|WITNESS|CLERK|DEFENDANT|REPORTER|INTERPRETER|BAILIFF|FOREPERSON))$/u

/** Whether a label is surely a speaker’s, also where it stands once. */
export function isUnmistakable(name: string): boolean {
  return numberedRole.test(name) || unknownSpeaker.test(name) || courtRole.test(name)
}

/** `ADA`, `Sen. ADA PARK, (R) Nevada`, `BOB LEE, Plano police`. */
export function isInCapitals(name: string): boolean {
  return /^(?:\p{Lu}\p{Ll}{1,5}\. )?\p{Lu}[\p{Lu}\d\s.'’&-]*\p{Lu}\.?(?:,\s.{1,50}|\s?\([^()]*\))?$/u.test(
    name,
  )
}

/** Whether words before a colon are a phrase, part of a sentence, or a number, so that they name nobody. */
export function isPhrase(name: string): boolean {
  if (/^[\d\s.,:/%=+×x-]*$/.test(name) && name.replace(/\D/g, '').length < 7) return true
  if (/\p{L}{3}[.!?…]["”’)]*\s+\p{Lu}\p{Ll}/u.test(name) && !/^\p{Lu}\p{Ll}{0,4}\. /u.test(name))
    return true
  if (/^(?:https?|ftp|mailto|www)\b|:\/\//i.test(name)) return true
  const words = name.toLowerCase().split(/\s+/)
  if (words.length > 8) return true
  if (words.length === 1) return false
  const second = name.slice(words[0]!.length).trimStart()
  // `An van der Berg` and `Una 'Red' Lee` are names
  const opens =
    phraseOpenings.has(words[0]!) &&
    !/^(?:["'“‘(]?\p{Lu}|v[ao]n |de[rnl]? |bin |ben |y )/u.test(second)
  return opens || words.some((word, at) => at > 0 && phraseVerbs.has(word) && name.includes(word))
}

/** Whether a label is one of the words and headings that stand before colons in any text: `Note`, `Bottom Line`. */
export function isHeadingLabel(name: string): boolean {
  const words = name.toLowerCase().split(/[\s,]+/)
  if (notNames.has(name.toLowerCase()) || notNames.has(words[0]!)) return name.length > 1
  return words.some((word) => headingWords.has(word))
}

/** Whether a label that recurs can be a name: one to six words, and no phrase. */
export function mayRecur(name: string): boolean {
  const isShort = name.length <= 60 && name.split(/\s+/).length <= 6
  return isShort && /[\p{L}\p{N}]/u.test(name) && !isPhrase(name) && !isHeadingLabel(name)
}

/** Whether a label has the usual form of a name: `Ada Park`, `王小明`, `Dr. van der Berg`. */
export function isUsualName(name: string): boolean {
  return isNameLike(name) && !isPhrase(name) && !isHeadingLabel(name)
}
