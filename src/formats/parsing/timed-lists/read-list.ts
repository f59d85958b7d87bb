import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import { groupBy } from '../group-by.ts'
import type { JsonDocument } from '../json/json-document.ts'
import { asText } from '../json/values.ts'
import { reportJsonLosses } from '../json/times.ts'
import { reportNoTimes } from '../json/untimed.ts'
import type { ParsedSegment, ParsedTranscript } from '../parsed-transcript.ts'
import { mergeByStart } from '../words/compose-channels.ts'
import { composeTurns } from '../words/compose-turns.ts'
import { estimateTimes } from '../words/estimate-times.ts'
import { estimateWordEnds } from '../words/estimate-word-ends.ts'
import { joinPieces } from '../words/join-pieces.ts'
import { spreadWords } from '../words/spread-words.ts'
import { valueAt } from './key-paths.ts'
import { languageOfList, languageOfItem } from './languages.ts'
import type { ListLayout } from './layout.ts'
import { nodesAt, objectsAround, type JsonNode } from './outline.ts'
import { piecesOf, wordsOfList, type ReadContext } from './pieces.ts'
import { composeWhole, segmentsOfItem } from './segments.ts'
import { createSpeakerTable } from './speaker-table.ts'
import { unitOfList, unitOfWords } from './unit-of-list.ts'

const unitNames: Readonly<Record<number, string>> = {
  1: 'seconds',
  12.5: 'frames of 80 ms',
  100: 'hundredths of a second',
  1000: 'milliseconds',
  16_000: 'samples at 16 kHz',
  1e6: 'microseconds',
  1e7: 'ticks of 100 ns',
  1e9: 'nanoseconds',
}

/** A list in a document, and how it is written. */
export interface FoundList {
  readonly steps: readonly string[]
  readonly layout: ListLayout
}

export interface ReadList extends ParsedTranscript {
  /** `milliseconds` */
  readonly unit: string
}

/** Reads a list of texts with times from a JSON document. `name` is the file's, for messages. */
export function readTimedList(
  document: JsonDocument,
  { steps, layout }: FoundList,
  name: string,
): ReadList {
  const root = document.value
  const tally = createTally()
  const nodes = nodesAt(root, steps).filter(
    (node) => layout.omits?.(node.value, objectsAround(node)[0]) !== true,
  )
  const unit = unitOfList(nodes, layout)
  const context: ReadContext = {
    layout,
    tally,
    speakers: createSpeakerTable(root, { keepsNumbers: layout.keepsNumbers === true }),
    unitsPerSecond: unit.unitsPerSecond,
    wordUnits:
      layout.words === undefined
        ? unit.unitsPerSecond
        : unitOfWords(nodes, layout.words, unit.unitsPerSecond),
  }
  const language = languageOfList(nodes)
  const channels = byChannel(nodes, layout)
  const lists = channels.map(({ channel, nodes: list }) => {
    const read =
      layout.holds === 'words' ? readWords(list, context) : readSegments(list, context, language)
    return channels.length > 1 ? nameChannel(read, channel) : read
  })
  const segments = lists.length > 1 ? mergeByStart(lists) : (lists[0] ?? [])
  const problems: Problem[] = [
    ...document.problems,
    ...reportJsonLosses(tally),
    ...tally.report(
      'word-missing',
      'warning',
      ({ count }) =>
        `${countOf(count, 'word')} ${count === 1 ? 'has' : 'have'} no text and ${count === 1 ? 'was' : 'were'} left out. Export the transcript again to get the text.`,
    ),
    ...reportNoTimes(segments, name),
  ]
  const unitName = unitNames[unit.unitsPerSecond] ?? 'seconds'
  const isSure = unit.isClear && layout.isUnitUnsure !== true
  if (!isSure && segments.some(({ start }) => start !== null)) {
    problems.push({
      code: 'time-unit-guessed',
      severity: 'warning',
      message: `${name} does not say in which unit its times are, and its text does not tell it either; they were read as ${unitName}. Check them with the recording.`,
    })
  } else if (unit.isUnexpected) {
    problems.push({
      code: 'time-unit-unexpected',
      severity: 'warning',
      message: `The times of ${name} would be impossible in the usual unit of its format; they were read as ${unitName}. Check them with the recording.`,
    })
  }
  return { ...(language === undefined ? {} : { language }), segments, problems, unit: unitName }
}

interface ChannelNodes {
  readonly channel: unknown
  readonly nodes: JsonNode[]
}

/** The items of each channel; of one, if they name none. */
function byChannel(nodes: readonly JsonNode[], { channel }: ListLayout): ChannelNodes[] {
  const channels = groupBy(nodes, (node) =>
    channel === undefined ? undefined : channelOf(node, channel),
  )
  if (channels.size < 2) return [{ channel: undefined, nodes: [...nodes] }]
  return Array.from(channels, ([key, of]) => ({ channel: key, nodes: of }))
}

/** Who speaks on a channel is called by it where the file names nobody. */
function nameChannel(segments: readonly ParsedSegment[], channel: unknown): ParsedSegment[] {
  const name = typeof channel === 'number' ? `Channel ${channel}` : asText(channel)
  return segments.map((segment) =>
    segment.speaker === undefined && name !== undefined ? { ...segment, speaker: name } : segment,
  )
}

function channelOf(node: JsonNode, path: string): unknown {
  const own = valueAt(node.value, path)
  if (own !== undefined) return own
  return objectsAround(node)
    .map((outer) => valueAt(outer, path))
    .find((value) => value !== undefined)
}

function readSegments(
  nodes: readonly JsonNode[],
  context: ReadContext,
  language: string | undefined,
): ParsedSegment[] {
  const read = nodes.flatMap((node) => {
    const spoken = languageOfItem(node)
    const isForeign = spoken !== undefined && spoken !== language
    return segmentsOfItem(node, context).map((segment) =>
      isForeign ? { ...segment, language: spoken } : segment,
    )
  })
  return context.layout.wordsBeside === undefined ? read : besideWords(nodes, read, context)
}

/** Gives segments the words that are listed beside them, and the times of these words. */
function besideWords(
  nodes: readonly JsonNode[],
  segments: readonly ParsedSegment[],
  context: ReadContext,
): ParsedSegment[] {
  const list = context.layout.wordsBeside!
  const containers = new Set(nodes.map((node) => node.parent?.parent ?? null))
  const words = [...containers].flatMap((container) =>
    container === null ? [] : wordsOfList(container, list, context),
  )
  const { placed, lost } = spreadWords(
    segments.map(({ text }) => text),
    estimateTimes(words, { start: null, end: null }),
  )
  for (let at = 0; at < lost; at += 1) context.tally.count('word-unplaced')
  return Array.from(segments, (segment, at) => {
    const own = placed[at]!
    if (own.length === 0) return segment
    return { ...segment, words: own, start: own[0]!.start, end: own.at(-1)!.end }
  })
}

function readWords(nodes: readonly JsonNode[], context: ReadContext): ParsedSegment[] {
  const { group } = context.layout
  const groups = groupBy(nodes, (node) =>
    group === undefined ? undefined : valueAt(node.value, group),
  )
  const isOne = groups.size === 1 && groups.has(undefined)
  return [...groups.values()].flatMap((members) => {
    const words = joinPieces(piecesOf(members, context))
    return isOne
      ? composeTurns(estimateWordEnds(estimateTimes(words, { start: null, end: null })))
      : composeWhole(words)
  })
}
