import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

/** Arabic consonants and the nearest English phones; emphatic and plain are one, and what the throat says is HH or nothing. */
const consonants: Readonly<Record<string, string>> = {
  ب: 'B',
  ت: 'T',
  ث: 'TH',
  ج: 'JH',
  ح: 'HH',
  خ: 'HH',
  د: 'D',
  ذ: 'DH',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ش: 'SH',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'DH',
  غ: 'G',
  ف: 'F',
  ق: 'K',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ه: 'HH',
  پ: 'P',
  چ: 'CH',
  ژ: 'ZH',
  گ: 'G',
  ک: 'K',
}

/** C: consonants, of which two in a row have a short vowel between them; S: those that swallow the l of the article. */
const classes = {
  C: `${Object.keys(consonants).join('')}ع`,
  S: 'تثدذرزسشصضطظنل',
}

/** Letters for long vowels, half consonants, and the marks for short vowels where they are written. */
const others = `
  _و{ال}S      AH
  _ب{ال}S      IH
  _{ال}S       AH
  _{ال}C|[اويى]  AH L
  _ال{ا}       IH
  _ال{و}       W AH
  _ال{يو}      Y AW
  _ال{ي}       Y AH
  _{يو}        Y AW
  _{لل}        L IH L
  {الله}_      AH L AA HH
  {آ}          AA
  {أو}         AW
  {أ}          AH
  {إ}          IH
  _{ا}         IH
  {ائ}         AA Y IH
  {اً}         AH N
  {ا}          AA
  {ى}          AA
  {ة}          AH
  {ؤ|ئ|ء}      -
  {ع}C         AH
  {ع}          AH
  _{و}_        W AH
  _{و}ا        W
  _{و}         W AH
  {وا}_        UW
  ا{و}         W
  {و}[اىي]     W
  {و}          UW
  _{ي}         Y AH
  ا{ي}         Y
  {ية}_        IY AH
  C{ي}ا        IH Y
  {ي}[اوى]     Y
  {ي|ی}        IY
  {َ}          AH
  {ِ}          IH
  {ُ}          UH
  {ً}          AH N
  {ٍ}          IH N
  {ٌ}          UH N
`

/** Short vowels between consonants are not written: a in most places, or i; or there is none, every other time. */
const withShortVowels = (vowel: string) =>
  Object.entries(consonants).map(([letter, phone]) => `{${letter}}C ${phone} ${vowel}`)
const withEveryOther = Object.entries(consonants).flatMap(([letter, phone]) => [
  `_C{${letter}}C ${phone}`,
  `[اويى]{${letter}}C ${phone}`,
  `ال{${letter}}C ${phone} AH`,
  `{${letter}}C ${phone} AH`,
])
const bare = Object.entries(consonants).map(([letter, phone]) => `{${letter}} ${phone}`)

/** As most people speak: bayt is beit, yawm is yom. */
const asSpoken = `
  C{ي}C        EY
  C{و}C        OW
  ي{و}C        OW
`

export const arabicG2p: LetterToSoundRules = {
  letters: `${classes.C}اآأإىةؤئءويی\u064e\u0650\u064f\u064b\u064d\u064c\u0651\u0652\u0640`,
  vowels: '',
  variants: [
    [others, ...withShortVowels('AH'), ...bare],
    [others, ...withEveryOther, ...bare],
    [asSpoken, others, ...withShortVowels('IH'), ...bare],
  ].map((rules) => compileLetterToSound(classes, rules.join('\n'))),
}
