import type { Verbaliser, LanguageRules } from '../language-rules.ts'

/** Rules shared by most European languages: 1.234,50. */
export const european: Pick<
  LanguageRules,
  | 'decimalMark'
  | 'saysDecimalsAsNumber'
  | 'ofMoney'
  | 'acronyms'
  | 'letters'
  | 'splitWord'
  | 'verbalisers'
> = {
  decimalMark: ',',
  saysDecimalsAsNumber: true,
  ofMoney: '',
  acronyms: {
    words: new Set(
      'NATO OTAN UNESCO UNICEF NASA OPEC OPEP COVID SIDA AIDS ONU UNO OVNI'.split(' '),
    ),
    letters: new Set(['USA', 'EU', 'UE', 'UK']),
  },
  letters: {},
  splitWord: (word) => [word],
  verbalisers: [],
}

/** 15h30, 15.30 Uhr, 15:30 uur: the word for the hour comes between hours and minutes. */
export function clockVerbaliser(how: {
  written: RegExp
  one: string
  more: string
  and?: string
}): Verbaliser {
  return ({ tokens, at, language }) => {
    const { text } = tokens[at]!
    const joined = /^(\d{1,2})\s?([a-zA-Z]+)(\d\d)?$/.exec(text)
    const apart = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(text)
    const say = (hours: number, minutes: number) => {
      const rest = minutes === 0 ? '' : `${how.and ?? ''} ${language.cardinal(minutes)}`
      return [language.cardinal(hours), hours === 1 ? how.one : how.more, rest] as const
    }
    if (joined && how.written.test(joined[2]!) && Number(joined[1]) <= 24) {
      return [say(Number(joined[1]), Number(joined[3] ?? 0)).join(' ')]
    }
    if (!apart || !how.written.test(tokens[at + 1]?.text ?? '') || Number(apart[1]) > 24)
      return null
    const [hours, word, rest] = say(Number(apart[1]), Number(apart[2] ?? 0))
    const after = tokens[at + 2]?.text ?? ''
    // 15 h 30: three tokens.
    if (apart[2] === undefined && /^[0-5]\d$/.test(after)) {
      return [hours, word, language.cardinal(Number(after))]
    }
    return [hours, `${word} ${rest}`]
  }
}

/** Louis XIV, chapitre IV, XIXe siècle, siglo XX. */
export function romanNumeralVerbaliser(how: {
  /** Lower case words after which a Roman number is a plain one: `chapitre`, `guerre`. */
  counted: RegExp
  /** Words before or after a century. */
  century: RegExp
  centuryIsOrdinal: boolean
}): Verbaliser {
  return ({ tokens, at, language }) => {
    const found = /^([IVX]{1,5})(?:e|ème|er|º|ª)?$/.exec(tokens[at]!.text)
    const value = found && values.indexOf(found[1]!) + 1
    if (!value) return null
    const before = tokens[at - 1]?.text ?? ''
    const after = tokens[at + 1]?.text ?? ''
    const isCentury = how.century.test(before) || how.century.test(after)
    if (isCentury || found[0] !== found[1]) {
      return [how.centuryIsOrdinal ? language.ordinal(value) : language.cardinal(value)]
    }
    const isCounted =
      how.counted.test(before) || (found[1]!.length > 1 && /^\p{Lu}\p{Ll}/u.test(before))
    return isCounted ? [language.cardinal(value)] : null
  }
}

const values =
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV'.split(
    ' ',
  )
