import { compileLetterToSound } from './letter-to-sound.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'

/** V: vowels, C: consonants, T: voiceless ones, before which a voiced one loses its voice. */
const classes = { V: 'аеёиоуыэюя', C: 'бвгджзйклмнпрстфхцчшщ', T: 'кпстфхцчшщ' }

/**
 * Russian spelling onto the nearest English phones. Stress is not written, and o, e, я are weak without it;
 * so each word is read with the stress where it mostly is, with all vowels full, and with all weak.
 */
const consonants = `
  {бб}         B
  {б}ь?_|T     P
  {б}          B
  {вств}       S T V
  {вв}         V
  {в}_         F
  {в}ь_|T      F
  {в}          V
  {го}_        V AH
  {гг}         G
  {г}_         K
  {г}          G
  {дж}         JH
  {дц}         T S
  {дд}         D
  {д}ь?_|T     T
  {д}          D
  {жч}         SH
  {ж}ь?_|T|дь_  SH
  {ж}          ZH
  {здн}        Z N
  {зч}         SH
  {з}ь?_|T     S
  {з}          Z
  {й}          Y
  {кк|к}       K
  {лнц}        N T S
  {лл|л}       L
  {мм|м}       M
  {нн|н}       N
  {пп|п}       P
  {рр|р}       R
  {стн}        S N
  {сч}         SH
  {сс|с}       S
  {ться|тся}   T S AH
  {тц}         T S
  {тт|т}       T
  {фф|ф}       F
  {х}          HH
  {ц}          T S
  _{чт}о       SH T
  {ч}          CH
  {ш}          SH
  {щ}          SH
  {ь|ъ}        -
  {ы}          IH
  {ий}_        IY
  {ый}_        IH
  {и}          IY
  {у}          UW
  [жшчщц]{ё}   AO
  {ё}          Y OW
  {ю}          Y UW
  {э}          EH
`

const fullVowels = `
  {ой}         OY
  {ай}         AY
  {ей}         EY
  _{в}_        V
  {а}          AA
  {о}          AO
  _{е}         Y EH
  [аеёиоуыэюяьъ]{е}  Y EH
  {е}          EH
  {я}          Y AA
`

const weakVowels = `
  _{в}_        F
  {а}          AH
  {о}          AH
  _{е}         Y IH
  [аеёиоуыэюяьъ]{е}  Y IH
  {е}          IH
  {я}_         Y AH
  {я}          Y IH
`

/** The stress is most often on the last syllable but one. */
const strongNearTheEnd = `
  {ой}_        OY
  _{е}         Y EH
  {а}C?C?ь?C?V[йь]?_  AA
  {о}C?C?ь?C?V[йь]?_  AO
  {е}C?C?ь?C?V[йь]?_  EH
  _C?C?C?{о}C?C?_   AO
  _C?C?C?{а}C?C?_   AA
  _C?C?C?{е}C?C?_   EH
`

/** Or on the last one. */
const strongAtTheEnd = `
  {ой}_        OY
  _{е}         Y IH
  {а}C?C?ь?_   AA
  {о}C?C?ь?_   AO
  {е}C?C?ь?_   EH
`

export const russianG2p: LetterToSoundRules = {
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  vowels: classes.V,
  variants: [
    strongNearTheEnd + weakVowels,
    strongAtTheEnd + weakVowels,
    fullVowels,
    weakVowels,
  ].map((vowels) => compileLetterToSound(classes, vowels + consonants)),
}
