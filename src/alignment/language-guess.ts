import type { Transcript } from '#transcript/transcript.ts'

/** As many letters tell a language as well as a whole book does. */
const lettersLookedAt = 20_000
/** Of the words, how many must be a language's commonest, and how much more than those of any other. */
const leastShare = 0.08
const leastLead = 1.25
const fewestWords = 8

/** Words that one of these languages uses all the time, and the others hardly. */
const commonWords: Readonly<Record<string, readonly string[]>> = {
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

/** What the scripts are read as that only one language here is written in. */
const scripts: readonly { readonly language: string; readonly letter: RegExp }[] = [
  { language: 'ru', letter: /\p{Script=Cyrillic}/gu },
  { language: 'ar', letter: /\p{Script=Arabic}/gu },
]

/** BCP 47 tag of the language a text looks like; `null` where it is too short to tell, or like none of nine. */
export function guessLanguage({ segments }: Transcript): string | null {
  let text = ''
  for (const segment of segments) {
    if (segment.kind === 'speech') text += `${segment.text} `
    if (text.length > lettersLookedAt) break
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  for (const { language, letter } of scripts) {
    if ((text.match(letter)?.length ?? 0) > letters / 2) return language
  }
  return byCommonWords(text)
}

function byCommonWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return null
  const shares = Object.entries(commonWords).map(([language, common]) => {
    const set = new Set(common)
    return { language, share: words.filter((word) => set.has(word)).length / words.length }
  })
  const [first, second] = shares.sort((a, b) => b.share - a.share)
  const isClear = first!.share >= leastShare && first!.share >= second!.share * leastLead
  return isClear ? first!.language : null
}
