import { endsSentence, sentenceEnds } from '#transcript/conventions/sentence-ends.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { spreadWords } from './spread-words.ts'

/** A pause that ends a segment if there is no punctuation, in seconds. */
const longPause = 1.5

/** Divides a text with timed words but without segments: one segment per sentence. */
export function sentencesOf(
  text: string | undefined,
  words: readonly RecognisedWord[],
): { segments: ParsedSegment[]; lost: number } {
  const texts = text === undefined || text.trim() === '' ? joinWords(words) : splitSentences(text)
  const { placed, lost } = spreadWords(texts, words)
  const segments = texts.map((sentence, index) => ({
    text: sentence,
    start: placed[index]![0]?.start ?? null,
    end: placed[index]!.at(-1)?.end ?? null,
    words: placed[index]!,
  }))
  return { segments, lost }
}

function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let at = 0
  for (const end of text.matchAll(sentenceEnds)) {
    sentences.push(text.slice(at, end.index + end[0].length))
    at = end.index + end[0].length
  }
  sentences.push(text.slice(at))
  return sentences.filter((sentence) => sentence.trim() !== '')
}

function joinWords(words: readonly RecognisedWord[]): string[] {
  const lines: string[][] = []
  let last: RecognisedWord | undefined
  for (const word of words) {
    const pause = (word.start ?? 0) - (last?.end ?? word.start ?? 0)
    const isNew = last === undefined || pause > longPause || endsSentence(last.text)
    if (isNew) lines.push([])
    lines.at(-1)!.push(word.text)
    last = word
  }
  return lines.map(joinSpelled)
}

/** Joins words to a text: Whisper's words include the blank before them, other recognisers' do not. */
export function joinSpelled(words: readonly string[]): string {
  const bringBlanks = words.some((word) => /^\s/.test(word))
  return words.join(bringBlanks ? '' : ' ').trim()
}
