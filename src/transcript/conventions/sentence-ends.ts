const closing = '["\'”’»)\\]」』]*'

const atEnd = new RegExp(`[.!?…。！？؟۔।]${closing}\\s*$`, 'u')

/** Whether a text ends with a sentence, in any script. */
export const endsSentence = (text: string): boolean => atEnd.test(text)

/**
 * The ends of sentences inside a text in any script, as matches that include the blanks after them. Line breaks count. A
 * lower-case letter after the blank shows that the sentence continues, as after an abbreviation.
 */
export const sentenceEnds = new RegExp(
  `[.!?…؟۔।]${closing}\\s+(?=\\P{Ll})|[。！？]${closing}|\\n+`,
  'gu',
)

/** In English, titles and initials before capitals are known, so their periods end no sentence. */
const inEnglish =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|[A-HJ-Z])\.)(?<=[.?!…]["'”’)]*)\s+(?=["'“‘(]*[\p{Lu}\p{N}])/u

/** The sentences of an English text. Unlike `sentenceEnds`, it recognises titles (`Dr. Smith`) and initials. */
export const splitEnglishSentences = (text: string): string[] =>
  text.split(inEnglish).filter((sentence) => sentence !== '')
