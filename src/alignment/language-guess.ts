import type { Transcript } from '#transcript/transcript.ts'

/** Longer samples do not improve the guess. UTF-16 code units. */
const sampleLength = 20_000
/** Share of a language's stop words that the text needs, and its lead over the next language. */
const minShare = 0.08
const minLead = 1.25
const minWords = 8

/** Stop words that are rare in the other languages. */
const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to is that it was you for with this have are not but they what from were i my'.split(
    ' ',
  ),
  fr: 'le les des et est un une que qui dans pas pour vous nous avec sur ce je il elle mais au du'.split(
    ' ',
  ),
  es: 'el los las y es una que en por con para pero como más su se lo del muy está yo no un'.split(
    ' ',
  ),
  it: 'il gli e è una che di in per con non ma come si sono della nel più ho anche questo un lo'.split(
    ' ',
  ),
  de: 'der die das und ist ein eine nicht ich zu mit auf den von es wir sie dass auch für war im'.split(
    ' ',
  ),
  pt: 'o os as e é uma um que em por com para não mas como se do da no na eu isso muito ele você'.split(
    ' ',
  ),
  nl: 'de het een en is van niet ik je dat die in te op zijn met voor maar er was we ook aan'.split(
    ' ',
  ),
}

/**
 * Of languages without a model, so that they are not taken for one of the above. Only words that those do not have: what
 * is none of them is undetermined.
 */
const stopWordsOfOthers: Readonly<Record<string, readonly string[]>> = {
  pl: 'nie się jest że na do czy jak ale tak ten tego jestem już mnie tylko był przez ja ty'.split(
    ' ',
  ),
  cs: 'je se že na jsem ale jak tak ten který jako jsou být už pro byl by není jen'.split(' '),
  sv: 'och att det är som jag på inte med har till var han vi från den ett om så'.split(' '),
  da: 'og det er jeg ikke som på til med har af den vi kan hvad så om fra blev'.split(' '),
  fi: 'ja on ei se että hän oli mutta niin minä ovat joka jotka kun tämä sen mitä ole'.split(' '),
  hu: 'hogy nem és az is egy meg van ez de már csak volt mint mert azt kell még'.split(' '),
  ro: 'și este nu să din pe cu mai sunt care pentru că fost sau acest fi era'.split(' '),
  tr: 'bir ve bu için çok ne ama gibi daha var ben o mi değil kadar sonra her'.split(' '),
  ca: 'els amb és però són dels aquesta aquest molt seva perquè també jo hi ha'.split(' '),
  hr: 'je da se na nije sam ali što kao su za bio kako samo smo biti ili sve'.split(' '),
}

/** Writing systems that identify a language, and letters that tell it from others that share the system. */
const scripts: readonly { readonly language: string; readonly letter: RegExp }[] = [
  { language: 'ru', letter: /\p{Script=Cyrillic}/gu },
  { language: 'ar', letter: /\p{Script=Arabic}/gu },
  { language: 'el', letter: /\p{Script=Greek}/gu },
  { language: 'he', letter: /\p{Script=Hebrew}/gu },
  { language: 'hi', letter: /\p{Script=Devanagari}/gu },
  { language: 'ko', letter: /\p{Script=Hangul}/gu },
  { language: 'th', letter: /\p{Script=Thai}/gu },
  { language: 'zh', letter: /\p{Script=Han}/gu },
]
const otherwise: readonly {
  readonly written: string
  readonly language: string
  readonly letter: RegExp
}[] = [
  { written: 'ru', language: 'uk', letter: /[іїєґ]/giu },
  { written: 'ar', language: 'fa', letter: /[پچژگ]/gu },
]
/** Share of such letters that tells. */
const tellingShare = 0.01
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** A text of so many words that has hardly any stop word of a language is in none of them. */
const enoughWords = 30
const hardlyAny = 0.04
/** Fewer different ones may be words of another language that are spelled the same. */
const fewDistinct = 3
/** BCP 47: undetermined. */
const undetermined = 'und'

/**
 * Language identification by writing system and stop words. Returns a BCP 47 tag; `und` for a text in none of the
 * languages known here; `null` for one that is too short to tell.
 */
export function guessLanguage({ segments }: Transcript): string | null {
  let text = ''
  for (const segment of segments) {
    if (segment.kind === 'speech') text += `${segment.text} `
    if (text.length > sampleLength) break
  }
  const letters = count(text, /\p{L}/gu)
  if (letters === 0) return null
  if (count(text, japanese) > letters / 4) return 'ja'
  for (const { language, letter } of scripts) {
    if (count(text, letter) > letters / 2) return amongAlike(language, text, letters)
  }
  return count(text, /\p{Script=Latin}/gu) > letters / 2 ? byStopWords(text) : undetermined
}

function amongAlike(written: string, text: string, letters: number): string {
  const other = otherwise.find(
    (each) => each.written === written && count(text, each.letter) > letters * tellingShare,
  )
  return other?.language ?? written
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function byStopWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < minWords) return null
  const shares = Object.entries({ ...stopWords, ...stopWordsOfOthers }).map(([language, stops]) => {
    const set = new Set(stops)
    const found = words.filter((word) => set.has(word))
    return { language, share: found.length / words.length, distinct: new Set(found).size }
  })
  const [first, second] = shares.sort((a, b) => b.share - a.share)
  const isClear = first!.share >= minShare && first!.share >= second!.share * minLead
  if (isClear) return first!.language
  const isKnown = shares.some(
    ({ language, share, distinct }) =>
      language in stopWords && share >= hardlyAny && distinct >= fewDistinct,
  )
  return words.length >= enoughWords && !isKnown ? undetermined : null
}
