import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type TimedNamedSegment,
  type WriterOutput,
} from '../writer.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { spanWords } from '../../writing/span-words.ts'
import { timedSegments } from '../../writing/timed-segments.ts'
import { countUnclearNames } from '../../writing/written-names.ts'
import { writeTier, type TierLabel } from './write-tier.ts'

/** Microseconds: Praat has no fixed resolution, but intervals must not be empty. */
const capabilities: WriterCapabilities = { ...leastCapabilities, ticks: 1_000_000 }

export const textgridWriter: LoadedWriter = { capabilities, write }

/**
 * Writes the long text format (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html): per speaker a tier
 * of utterances and a tier of words, named like those of the Montreal Forced Aligner. Intervals of a tier may not
 * overlap, so a speaker's overlapping segments go to further tiers with the same names.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const timed = timedSegments(prepared)
  const tally = createTally()
  countUnclearNames(timed, tally)
  const length = timed.reduce((latest, { end }) => Math.max(latest, end), 0)
  const hasNames = timed.some(({ name }) => name !== null)
  const tiers = layersOf(timed, tally).flatMap((layer) => {
    const { name } = layer[0]!
    const words = wordsOf(layer, tally)
    // if other tiers have names, a name here would be read as a speaker
    const kind = name !== null ? `${name} - utterances` : hasNames ? '' : 'utterances'
    const wordKind = name === null ? 'words' : `${name} - words`
    return [
      { name: kind, labels: layer },
      ...(words.length === 0 ? [] : [{ name: wordKind, labels: words }]),
    ]
  })
  const text = `File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = ${length}
tiers? <exists>
size = ${tiers.length}
item []:
${tiers.map((tier, index) => writeTier(tier, { number: index + 1, length })).join('')}`
  return { text, problems: reportWritingLosses(tally, prepared.formatName) }
}

/** More overlapping segments of one speaker are errors, and searching for a free layer takes longer with each layer. */
const mostLayers = 100

/** Distributes each speaker's segments over as few layers as possible without overlaps. */
function layersOf(
  segments: readonly TimedNamedSegment[],
  tally: ProblemTally,
): TimedNamedSegment[][] {
  const layers = new Map<string | null, TimedNamedSegment[][]>()
  for (const segment of segments) {
    const own = layers.get(segment.name) ?? []
    layers.set(segment.name, own)
    const free = own.find((layer) => layer.at(-1)!.end <= segment.start)
    if (free !== undefined) free.push(segment)
    else if (own.length < mostLayers) own.push([segment])
    else tally.count('overlap')
  }
  return [...layers.values()].flat()
}

/** Word labels are written on one line: in Praat, users add notes on further lines. */
function wordsOf(segments: readonly TimedNamedSegment[], tally: ProblemTally): TierLabel[] {
  return segments.flatMap((segment) =>
    spanWords(segment, tally).map(({ from, to, start, end }) => ({
      start,
      end,
      text: segment.text.slice(from, to).replaceAll('\n', ' '),
    })),
  )
}
