/** The two acoustic models of the npm package `soundswallower` 0.6.3, by the folders they lie in. */
export type SpeechModel = 'en-us' | 'fr-fr'

/** Names of phones of one model, in order. */
export type Pronunciation = readonly string[]

/** Of `en-us`: ARPAbet without stress, as the CMU dictionary writes it. */
const english = `AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH
  T TH UH UW V W Y Z ZH`

/** Of `fr-fr`: `ee` is the schwa, `ei` é, `ai` è, `au` closed o, `oo` open o, `gn` as in agneau, `uy` as in nuit. */
const french = `aa ai an au bb ch dd ee ei eu ff gg gn ii in jj kk ll mm nn oe on oo ou pp rr ss tt
  un uu uy vv ww yy zz`

/** The phones of words. Silence and noises (`SIL`, `+NSN+`, `+SPN+`) are not among them. */
export const phonesOf: Readonly<Record<SpeechModel, ReadonlySet<string>>> = {
  'en-us': new Set(english.split(/\s+/)),
  'fr-fr': new Set(french.split(/\s+/)),
}
