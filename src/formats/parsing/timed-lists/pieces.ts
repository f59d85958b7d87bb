import type { ProblemTally } from '#transcript/problem-tally.ts'
import { asArray } from '../json/values.ts'
import { joinPieces, type Piece } from '../words/join-pieces.ts'
import type { TurnWord } from '../words/compose-turns.ts'
import { confidenceAt, inSeconds, pieceAt, speakerAt, timesAt } from './entries.ts'
import { firstAt, valueAt } from './key-paths.ts'
import type { ItemKeys, ListLayout, WordList } from './layout.ts'
import type { JsonNode } from './outline.ts'
import type { SpeakerTable } from './speaker-table.ts'

/** What the parts of one reading share. */
export interface ReadContext {
  readonly layout: ListLayout
  readonly tally: ProblemTally
  readonly speakers: SpeakerTable
  readonly unitsPerSecond: number
  readonly wordUnits: number
}

/** The items of a list of words, as pieces. */
export function piecesOf(nodes: readonly JsonNode[], context: ReadContext): Piece[] {
  const { layout, unitsPerSecond, speakers } = context
  return nodes.map((node) => ({
    ...pieceOf(node.value, layout.keys, { ...context, wordUnits: unitsPerSecond }),
    speaker: speakers.nameOf(speakerAt(node, layout.keys.speaker)),
    isSound: layout.isSound?.(node.value) === true,
  }))
}

/** The words of a list inside an object. */
export function wordsOfList(node: JsonNode, list: WordList, context: ReadContext): TurnWord[] {
  const found = list.at.map((path) => asArray(valueAt(node.value, path)))
  const values = found.find((items) => items.length > 0) ?? []
  const { layout, speakers } = context
  return joinPieces(
    values.flatMap((value) =>
      layout.omits?.(value, node.value) === true
        ? []
        : [
            {
              ...pieceOf(value, list.keys, context),
              speaker: speakers.nameOf(firstAt(value, list.keys.speaker ?? [])),
              isSound: layout.isSound?.(value) === true,
            },
          ],
    ),
  )
}

function pieceOf(value: unknown, keys: ItemKeys, { tally, wordUnits }: ReadContext): Piece {
  if (typeof firstAt(value, keys.text) !== 'string') tally.count('word-missing')
  return {
    text: pieceAt(value, keys.text),
    ...inSeconds(timesAt(value, keys, tally), wordUnits),
    confidence: confidenceAt(value, keys.confidence),
    speaker: undefined,
  }
}
