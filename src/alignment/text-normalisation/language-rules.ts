/** How a language verbalises numbers, signs and abbreviations. All words are lower case. */
export interface LanguageRules {
  /** `n` ≥ 0, and at most 10^15. */
  cardinal(n: number): string
  ordinal(n: number): string
  /** A number of four digits that stands alone, as years are said. */
  year(n: number): string
  readonly decimalMark: '.' | ','
  /** The decimal mark said aloud. */
  readonly point: string
  /** 3,14: "virgule quatorze", not "virgule un quatre". */
  readonly saysDecimalsAsNumber: boolean
  readonly minus: string
  readonly plus: string
  readonly percent: string
  /** Between the ends of a range: 10–12. */
  readonly to: string
  /** Zero in telephone numbers and after the hour. */
  readonly zero: string
  /** Matches the ending of an ordinal in digits: `1st`, `2ème`. Lower case. `null`: the language has none. */
  readonly ordinalEnding: RegExp | null
  /** Hours 0–24, minutes 0–59. `isFollowed`: something like "pm" or "Uhr" comes next. */
  timeOfDay(time: { hours: number; minutes: number; isFollowed: boolean }): string
  /** `null`: the language has no short name for it, and both numbers are said. */
  fraction(top: number, bottom: number): string | null
  /** By sign or code: `$`, `EUR`. */
  readonly currencies: Readonly<Record<string, Currency>>
  /** Between whole and hundredths of a sum: "and" in "three dollars and fifty cents". */
  readonly andCents: string
  /** After million and its like, before the currency: "d'" in "deux millions d'euros". */
  readonly ofMoney: string
  /** Words for powers of ten that may stand between figure and currency, with how they are written short. */
  readonly scales: Readonly<Record<string, string>>
  /** After a number only: `km`. [one, more]. */
  readonly units: Readonly<Record<string, readonly [string, string]>>
  /** Signs that are said wherever they stand alone or between words: `&`. */
  readonly signs: Readonly<Record<string, string>>
  /** Lower case. A key that ends with a dot counts only where the dot is written. */
  readonly abbreviations: Readonly<Record<string, string>>
  /** The same, before a number only: `no.`, `§`. */
  readonly beforeNumber: Readonly<Record<string, string>>
  /** Acronyms said as words, and spelled out, against the general rule. Upper case. */
  readonly acronyms: { readonly words: ReadonlySet<string>; readonly letters: ReadonlySet<string> }
  /** Names of letters that differ from the letter. Lower case. */
  readonly letters: Readonly<Record<string, string>>
  /** Of an address: `.`, `@`, `/`, `-`, `_`. */
  readonly addressSigns: Readonly<Record<string, string>>
  /** Parts of a word that are words of their own: l'homme. In order, nothing lost. */
  splitWord(word: string): readonly string[]
  /** Verbalisers of this language only; they come before the common ones. */
  readonly verbalisers: readonly Verbaliser[]
}

export interface Currency {
  readonly one: string
  readonly more: string
  readonly cent: string
  readonly cents: string
}

/** A token: text between white space, without its outer punctuation. */
export interface WrittenToken {
  /** Offsets into the line, UTF-16 code units, half open. */
  readonly from: number
  readonly to: number
  /** NFC, with straight apostrophes, otherwise as written. */
  readonly text: string
  /** A full stop follows at once. */
  readonly isDotted: boolean
  /** Punctuation that ends a sentence or a clause follows. */
  readonly endsClause: boolean
}

/** A token with the other tokens of its line. */
export interface TokenContext {
  readonly tokens: readonly WrittenToken[]
  readonly at: number
  readonly language: LanguageRules
  /** The whole line is in capitals, so capitals carry no meaning. */
  readonly isShouted: boolean
}

/** The spoken form of each token consumed, from `at` on. */
export type SpokenForms = readonly string[]

/** Verbalises one kind of token; `null` for any other. */
export type Verbaliser = (place: TokenContext) => SpokenForms | null
