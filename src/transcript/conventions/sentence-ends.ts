/*
 * Where sentences end, by punctuation. Three texts are divided, each with what is known of it: a line of any language that
 * may end here; a recogniser's transcript, in which a lower-case letter shows that the sentence goes on; and English draft
 * text, in which titles and initials have periods.
 */

const atEnd = /[.!?…。！？؟۔।]["'”’»)\]]*\s*$/u

/** Whether a text ends with a sentence, in any script. */
export const endsSentence = (text: string): boolean => atEnd.test(text)

/** The ends of sentences in a recogniser's text, as matches that include the blanks behind them; line breaks count. */
export const sentenceEnds = /[.!?…]["'”’)\]]*\s+(?=\P{Ll})|[。！？][」』”’]*|\n+/gu

/** Whether a recogniser's word ends a sentence. */
export const isLastWordOfSentence = (word: string): boolean => /[.!?…。！？]$/.test(word)

const inEnglish =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|[A-HJ-Z])\.)(?<=[.?!…]["'”’)]*)\s+(?=["'“‘(]*[\p{Lu}\p{N}])/u

/** The sentences of English text; titles and initials end none. */
export const splitEnglishSentences = (text: string): string[] =>
  text.split(inEnglish).filter((sentence) => sentence !== '')
