/** Letters of other scripts as a newspaper would write them in Latin ones, one letter at a time. Lower case. */
const cyrillic = `а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f
  х kh ц ts ч ch ш sh щ sch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў u ј y љ ly њ ny ћ ch ђ j џ j`
const greek = `α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ i φ f χ h ψ ps ω o`
const arabic = `ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق k ك k
  ل l م m ن n ه h و u ي i ى a ة a ء - ی i ک k گ g پ p چ ch ژ zh`
const hebrew = `א a ב v ג g ד d ה h ו o ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ f ף f צ ts ץ ts
  ק k ר r ש sh ת t`
/** Latin letters that are no base letter with a mark. */
const latin = `ß ss æ ae œ oe ø o đ d ð th þ th ł l ħ h ı i ŋ ng ĳ ij ə e ŧ t ſ s`

const pairs = [cyrillic, greek, arabic, hebrew, latin].join(' ').split(/\s+/)
const latinOf = new Map<string, string>()
for (let at = 0; at < pairs.length; at += 2) {
  const latin = pairs[at + 1]!
  latinOf.set(pairs[at]!, latin === '-' ? '' : latin)
}

/**
 * One character in the letters a–z: `é` is e, `ж` is zh, a mark or a sign is nothing.
 * `null`: a letter of a script that is not known here.
 */
export function transliterate(character: string): string | null {
  const known = latinOf.get(character)
  if (known !== undefined) return known
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (/^[a-z']*$/.test(base)) return base
  const letters = Array.from(base, (letter) => latinOf.get(letter) ?? null)
  if (letters.every((letter) => letter !== null)) return letters.join('')
  return /\p{L}/u.test(character) ? null : ''
}
