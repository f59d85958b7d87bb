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

/** Writing systems that identify a language. */
const scripts: readonly { readonly language: string; readonly letter: RegExp }[] = [
  { language: 'ru', letter: /\p{Script=Cyrillic}/gu },
  { language: 'ar', letter: /\p{Script=Arabic}/gu },
]

/**
 * Language identification by writing system and stop words. Returns a BCP 47 tag; `null` for a text that is too short or
 * in none of the nine languages.
 */
export function guessLanguage({ segments }: Transcript): string | null {
  let text = ''
  for (const segment of segments) {
    if (segment.kind === 'speech') text += `${segment.text} `
    if (text.length > sampleLength) break
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  for (const { language, letter } of scripts) {
    if ((text.match(letter)?.length ?? 0) > letters / 2) return language
  }
  return byStopWords(text)
}

function byStopWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < minWords) return null
  const shares = Object.entries(stopWords).map(([language, stops]) => {
    const set = new Set(stops)
    return { language, share: words.filter((word) => set.has(word)).length / words.length }
  })
  const [first, second] = shares.sort((a, b) => b.share - a.share)
  const isClear = first!.share >= minShare && first!.share >= second!.share * minLead
  return isClear ? first!.language : null
}
