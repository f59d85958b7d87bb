import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeChannels, mergeByStart } from '../../parsing/words/compose-channels.ts'
import type { GluedWord } from '../../parsing/words/glue-marks.ts'
import { eitherCase } from './durations.ts'
import { readGoogleResult, type GoogleResult } from './result.ts'
import { dropRepeated } from './repeats.ts'
import { filesIn, googleResultsIn } from './shapes.ts'

/**
 * Reads Google Cloud Speech-to-Text, v1 and v2, in the spelling of REST or of gRPC libraries. See
 * cloud.google.com/speech-to-text/docs/reference/rest/v1/SpeechRecognitionResult.
 */
export function readGoogleStt({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const results = googleResultsIn(document?.value)
  if (results === null) return refuseShape(name, 'Google Speech-to-Text')
  const tally = createTally()
  const written = results.find((result) => eitherCase(result, 'languageCode') !== undefined)
  const language = languageTag(asText(eitherCase(written, 'languageCode')))
  const channels = byChannel(finalOf(results).map((result) => readGoogleResult(result, tally)))
  const segments = channels.map((channel) => parseChannel(channel, channels.length, tally))
  return {
    ...(language === undefined ? {} : { language }),
    segments: mergeByStart(segments),
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportMissing(tally),
      ...reportEnds(tally),
      ...reportFiles(filesIn(document?.value)),
    ],
  }
}

/** Drops interim results of streaming recognition. */
function finalOf(results: readonly unknown[]): readonly unknown[] {
  const final = results.filter((result) => eitherCase(result, 'isFinal') === true)
  return final.length > 0 ? final : results
}

function byChannel(results: readonly GoogleResult[]): GoogleResult[][] {
  return Array.from(groupBy(results, ({ channel }) => channel).values(), dropRepeated)
}

function parseChannel(
  results: readonly GoogleResult[],
  channels: number,
  tally: ProblemTally,
): ParsedSegment[] {
  const words: GluedWord[] = []
  const texts: ParsedSegment[] = []
  let before = 0
  for (const result of results) {
    const channel =
      channels > 1 && result.channel !== undefined ? `Channel ${result.channel}` : null
    if (result.words.length === 0) {
      const start = result.end === null || result.end <= before ? null : before
      if (start !== null) tally.count('start-from-ends')
      texts.push({
        text: result.text,
        start,
        end: result.end,
        ...(channel === null ? {} : { speaker: channel }),
      })
    }
    for (const [index, word] of result.words.entries()) {
      // v2 omits a start of zero
      const start = words.length === 0 && word.start === null && word.end !== null ? 0 : word.start
      const speaker = speakerIn(channel, word.speaker)
      words.push({ ...word, start, speaker, beginsTurn: index === 0 })
    }
    before = Math.max(before, result.end ?? result.words.at(-1)?.end ?? before)
  }
  return [...composeChannels([words]), ...texts]
}

function speakerIn(channel: string | null, speaker: string | undefined): string | undefined {
  if (channel === null) return speaker
  return speaker === undefined ? channel : `${speaker} (${channel.toLowerCase()})`
}

function reportMissing(tally: ProblemTally): Problem[] {
  return tally.report(
    'word-missing',
    'warning',
    ({ count }) =>
      `${countOf(count, 'word')} ${count === 1 ? 'has' : 'have'} no text and ${count === 1 ? 'was' : 'were'} left out. Export the transcript again to get the text.`,
  )
}

function reportEnds(tally: ProblemTally): Problem[] {
  return tally.report(
    'start-from-ends',
    'note',
    ({ count }) =>
      `${countOf(count, 'segment')} ${count === 1 ? 'has' : 'have'} an end but no start; the end of the segment before was used as the start.`,
  )
}

function reportFiles(count: number): Problem[] {
  if (count < 2) return []
  const message = `The file contains the transcripts of ${countOf(count, 'recording')}; the first is shown. Save the others as separate files to open them.`
  return [{ code: 'more-recordings', severity: 'warning', message }]
}
