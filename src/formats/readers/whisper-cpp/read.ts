import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, speakerNameOf } from '../../parsing/json/times.ts'
import { property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { repairBrokenWords } from './repair-broken-words.ts'
import { transcriptionIn } from './shapes.ts'
import { tokenTimesOf } from './times.ts'
import { wordsOfTokens } from './tokens.ts'

/**
 * Reads whisper.cpp's `-oj` and `-ojf` output (examples/cli/cli.cpp, output_json), also with `-ml 1`, which makes each
 * word a segment.
 */
export function readWhisperCpp({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const transcription = transcriptionIn(document?.value)
  if (transcription === null) return refuseShape(name, 'whisper.cpp')
  const tally = createTally()
  const language = languageTag(asText(property(property(document?.value, 'result'), 'language')))
  const segments = transcription.map((segment) => parseSegment(segment, tally))
  return {
    ...(language === undefined ? {} : { language }),
    segments: composeSingleWords(segments.map(heardSegment)) ?? segments,
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally), ...reportTurns(tally)],
  }
}

function parseSegment(value: unknown, tally: ProblemTally): ParsedSegment {
  const text = asText(property(value, 'text')) ?? ''
  const { start, end } = tokenTimesOf(value, tally)
  const words = repairBrokenWords(text, wordsOfTokens(property(value, 'tokens'), tally) ?? [])
  const speaker = speakerOf(property(value, 'speaker'))
  if (property(value, 'speaker_turn_next') === true) tally.count('turn-unnamed')
  return {
    text,
    start,
    end,
    words: placeInText({ text, start, end, words }, tally),
    ...(speaker === undefined ? {} : { speaker }),
  }
}

function heardSegment({ text, start, end, speaker, words }: ParsedSegment) {
  const confidence = words?.length === 1 ? (words[0]!.confidence ?? null) : null
  return { text, start, end, confidence, speaker }
}

/** With `-di`, the louder of two channels is the speaker; `?` means equally loud. */
function speakerOf(value: unknown): string | undefined {
  const name = speakerNameOf(value)
  return name === '?' ? undefined : name
}

/** tinydiarize marks changes of speaker without naming speakers. */
function reportTurns(tally: ProblemTally): Problem[] {
  return tally.report(
    'turn-unnamed',
    'note',
    ({ count }) =>
      `The file marks ${countOf(count, 'change')} of speaker without naming the speakers; ${count === 1 ? 'it is' : 'they are'} not shown.`,
  )
}
