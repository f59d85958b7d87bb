import { asArray } from '../json/values.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { composeTurn, composeTurns, unspacedScript, type TurnWord } from '../words/compose-turns.ts'
import { estimateTimes } from '../words/estimate-times.ts'
import { estimateWordEnds } from '../words/estimate-word-ends.ts'
import { placeInText } from '../words/place-in-text.ts'
import type { RecognisedWord } from '../words/recognised-word.ts'
import { splitSpeakers } from '../words/split-speakers.ts'
import { inSeconds, speakerAt, textAt, timesAt } from './entries.ts'
import { valueAt } from './key-paths.ts'
import type { JsonNode } from './outline.ts'
import { wordsOfList, type ReadContext } from './pieces.ts'

/** A turn longer than this is divided into sentences, in characters. */
const longestTurn = 600

/** The segment of one item; several if more than one speaker is in it, or if it is a long turn of words. */
export function segmentsOfItem(node: JsonNode, context: ReadContext): ParsedSegment[] {
  const { layout, tally, speakers, unitsPerSecond } = context
  const text = textAt(node.value, layout.keys.text)
  const { start, end } = inSeconds(timesAt(node.value, layout.keys, tally), unitsPerSecond)
  const spoken = wordsIn(node, text, context)
  const words = estimateWordEnds(estimateTimes(spoken, { start, end }))
  const named = speakers.nameOf(speakerAt(node, layout.keys.speaker))
  const isOneTurn = words.every(({ speaker }) => speaker === undefined)
  // `finishTranscript` counts it
  if (text === '' && words.length === 0) {
    return layout.keys.text.length === 0 ? [] : [{ text: '', start, end }]
  }
  if (text === '') {
    return composeWhole(
      isOneTurn ? words.map((word) => ({ ...word, speaker: named })) : words,
      layout.isSound !== undefined,
    ).map((segment, at, all) => ({
      ...segment,
      start: at === 0 && start !== null && segment.start === null ? start : segment.start,
      end: at === all.length - 1 && segment.end === null ? end : segment.end,
    }))
  }
  const parts = splitSpeakers(text, words)
  return parts.map((part, at) => {
    const speaker = parts.length > 1 ? part.speaker : (named ?? part.speaker)
    return {
      text: part.text,
      start: at === 0 && start !== null ? start : (part.words[0]?.start ?? null),
      end: at === parts.length - 1 && end !== null ? end : (part.words.at(-1)?.end ?? null),
      words: placeInText({ ...part, start, end }, tally),
      ...(speaker === undefined ? {} : { speaker }),
    }
  })
}

/** Composes a turn that the file has as one: whole, unless it is long or its speaker changes. */
export function composeWhole(words: readonly TurnWord[], hasSounds = false): ParsedSegment[] {
  const length = words.reduce((sum, { text }) => sum + text.length + 1, 0)
  const isOne = words.every(({ speaker }) => speaker === words[0]!.speaker)
  if (words.length === 0) return []
  const timed = estimateWordEnds(estimateTimes(words, { start: null, end: null }))
  return length > longestTurn || !isOne || hasSounds ? composeTurns(timed) : [composeTurn(timed)]
}

function wordsIn(node: JsonNode, text: string, context: ReadContext): TurnWord[] {
  const list = context.layout.words
  if (list === undefined) return []
  if (list.areUnspelled !== true) return wordsOfList(node, list, context)
  const times = list.at
    .map((path) => asArray(valueAt(node.value, path)))
    .find((values) => values.length > 0)
  const spelled = spellingsIn(text)
  if (times === undefined) return []
  if (times.length !== spelled.length) {
    for (let lost = 0; lost < times.length; lost += 1) context.tally.count('word-unplaced')
    return []
  }
  return times.map((value, at): RecognisedWord => {
    const written = inSeconds(timesAt(value, list.keys, context.tally), context.wordUnits)
    return { text: spelled[at]!, ...written, confidence: null, speaker: undefined }
  })
}

/** The words of a text without its punctuation; in scripts without blanks, its characters. */
function spellingsIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  return words.flatMap((word) => {
    const spelled: string[] = []
    let isOpen = false
    for (const character of word) {
      const isApart = unspacedScript.test(character)
      if (isOpen && !isApart) spelled[spelled.length - 1] += character
      else spelled.push(character)
      isOpen = !isApart
    }
    return spelled
  })
}
