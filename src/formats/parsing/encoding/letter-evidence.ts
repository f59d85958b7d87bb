/** Letters outside ASCII of a language, lower case, and what never stands in its words. */
interface Language {
  readonly letters: string
  readonly never?: RegExp
}

const grave = /è[aeiou]/i

const western: readonly Language[] = [
  { letters: 'àâæçéèêëîïôœùûüÿ', never: grave },
  { letters: 'äöüß' },
  { letters: 'áéíñóúü' },
  { letters: 'ãõáâàçéêíóôúü' },
  { letters: 'àèéìíîòóùú', never: grave },
  { letters: 'àèéíòóúçïü', never: grave },
  { letters: 'ëïéèöüóá', never: grave },
  { letters: 'åäöæøéàü' },
  { letters: 'áðéíóúýþæö' },
]
const central: readonly Language[] = [
  { letters: 'čšž' },
  { letters: 'čćđšž' },
  { letters: 'áčďéěíňóřšťúůýž' },
  { letters: 'áäčďéíĺľňóôŕšťúýž' },
  { letters: 'ąćęłńóśźż' },
  { letters: 'áéíóöőúüű' },
  { letters: 'ăâîşţ' },
]
const turkish: readonly Language[] = [{ letters: 'çğıöşüâî' }]

const cyrillic: readonly Language[] = [
  { letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџѓѕќ' },
]

/** Encodings with one byte a letter, and the languages that were written in them. Of two equally likely, the first. */
const encodings: readonly (readonly [encoding: string, languages: readonly Language[]])[] = [
  ['windows-1252', western],
  ['windows-1250', central],
  ['windows-1254', turkish],
  ['iso-8859-2', central],
  ['macintosh', western],
  ['cp850', western],
  ['cp852', central],
  // whose small letters stand where other Cyrillic encodings have none
  ['ibm866', cyrillic],
]

const typography = '‘’‚“”„«»‹›–—…•·¿¡°§©®™€£♪\u00a0\u00ad'
/** Least share of the letters outside ASCII that a language must explain. */
const enough = 0.95

/**
 * The encoding in which the letters outside ASCII are those of a language, if they are not in the one that was guessed:
 * nearly every one has to be a letter of the language, at a place where letters stand. `null` where the guess is as
 * good. `decode` decodes the lines that have such letters.
 */
export function encodingByLetters(
  guessed: string | null,
  decode: (encoding: string) => string,
): string | null {
  const best = encodings
    .map(([encoding, languages]) => ({ encoding, share: shareOf(decode(encoding), languages) }))
    .reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < enough) return null
  const known = encodings.find(([encoding]) => encoding === guessed)
  if (known !== undefined && shareOf(decode(known[0]), known[1]) >= best.share) return null
  return best.encoding
}

/** The share of the signs outside ASCII that a language explains best; 0 for another script. */
function shareOf(text: string, languages: readonly Language[]): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const plain = text.match(/[a-z]/gi)?.length ?? 0
  const mayBe = languages === cyrillic ? plain < letters * 0.6 : plain >= letters * 0.4
  if (!mayBe) return 0
  return Math.max(...languages.map((language) => explained(text, language)))
}

function explained(text: string, { letters, never }: Language): number {
  const known = new Set(letters)
  let all = 0
  let right = 0
  for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f]/g)) {
    const before = text[index - 1] ?? ''
    const after = text[index + 1] ?? ''
    const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
    const isApart = /[©®]/.test(sign) ? !/\p{L}/u.test(after) : !isInside
    if (typography.includes(sign) && (isApart || /[’–—·\u00ad]/.test(sign))) continue
    all += 1
    const isCapital = sign !== sign.toLowerCase()
    const isMisplaced =
      isCapital && (/\p{Ll}/u.test(before) || (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(after)))
    // the small letter of İ has two signs
    if (!(known.has(sign.toLowerCase()) || (sign === 'İ' && known.has('ı'))) || isMisplaced)
      continue
    if (never?.test(sign + after)) continue
    right += 1
  }
  return all === 0 ? 0 : right / all
}
