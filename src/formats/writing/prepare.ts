import type { Problem } from '#transcript/problem.ts'
import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { repairTimes } from '#transcript/repair.ts'
import { isTimed, type Chapter, type Segment, type Transcript } from '#transcript/transcript.ts'
import { trimText } from '../parsing/trim-text.ts'
import { languageTag } from '../parsing/language-tag.ts'
import { presentSpeaker } from '../parsing/speakers/speaker-list.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import type {
  WriterCapabilities,
  PreparedTranscript,
  NamedSegment,
  Writer,
} from '../writers/writer.ts'
import { reportWritingLosses } from './losses.ts'
import { isOnTick, roundSegment, roundWords } from './ticks.ts'

/** What an export may omit. By default everything is exported. */
export interface ExportOptions {
  readonly speakers?: boolean
  readonly times?: boolean
  readonly words?: boolean
}

interface Task {
  readonly writer: Writer
  readonly capabilities: WriterCapabilities
  readonly options: ExportOptions
}

/**
 * Reduces a transcript to what a format can represent: everything else is removed and counted, so that writers handle
 * only what they support. The argument is not changed.
 */
export function prepareTranscript(
  transcript: Transcript,
  task: Task,
): { prepared: PreparedTranscript; problems: Problem[] } {
  const { writer, capabilities, options } = task
  const tally = createTally()
  const showsTimes = writer.needsTimes || (writer.supports.times && options.times !== false)
  const { segments: sound, problems: repairs } = repairTimes(transcript.segments)
  const names = namesOf(transcript, task, tally)
  const segments: NamedSegment[] = []
  for (const segment of sound) {
    const tidy = normaliseSegment(segment, capabilities, tally)
    if (tidy.text === '') continue
    if (!capabilities.untimed && !isTimed(tidy)) {
      tally.count('segment-untimed')
      continue
    }
    const reduced = onTicks(reduce(tidy, task, tally), capabilities, tally)
    const name = reduced.speaker === null ? null : (names.get(reduced.speaker) ?? null)
    if (reduced.kind === 'sound' && !isSound(reduced.text)) tally.count('sound-unmarked')
    segments.push({ ...reduced, name })
  }
  const { title, language, ...rest } = transcript
  const shownTitle = title?.replace(/\s+/g, ' ').trim() ?? ''
  const tag = languageTag(language)
  if (shownTitle !== '' && !capabilities.title) tally.count('title')
  if (tag !== undefined && !capabilities.language) tally.count('language')
  if (!capabilities.chapters) for (const _ of transcript.chapters) tally.count('chapter')
  const prepared: PreparedTranscript = {
    ...rest,
    ...(shownTitle === '' || !capabilities.title
      ? {}
      : { title: replaceControls(shownTitle, capabilities) }),
    ...(tag === undefined || !capabilities.language ? {} : { language: tag }),
    chapters: capabilities.chapters ? chaptersOf(transcript, capabilities) : [],
    segments,
    showsTimes,
    showsNames: writer.supports.speakers && options.speakers !== false,
    formatName: writer.name,
  }
  return { prepared, problems: [...repairs, ...reportWritingLosses(tally, writer.name)] }
}

function chaptersOf({ chapters }: Transcript, capabilities: WriterCapabilities): Chapter[] {
  return chapters
    .map(({ start, title }) => ({
      start,
      title: replaceControls(title.replace(/\s+/g, ' ').trim(), capabilities),
    }))
    .filter(({ start, title }) => title !== '' && Number.isFinite(start) && start >= 0)
}

function namesOf(
  { speakers }: Transcript,
  { writer, capabilities, options }: Task,
  tally: ProblemTally,
): Map<string, string> {
  const names = new Map<string, string>()
  if (options.speakers === false) return names
  for (const { id, name } of speakers) {
    const shown = replaceControls(presentSpeaker(name), capabilities)
    if (shown === '') continue
    if (writer.supports.speakers) names.set(id, shown)
    else tally.count('speaker')
  }
  return names
}

/**
 * Normalises a text as readers do: no blank lines, no blanks at the ends of lines, only characters that can be written.
 */
function normaliseSegment(
  segment: Segment,
  capabilities: WriterCapabilities,
  tally: ProblemTally,
): Segment {
  const { text } = segment
  // replaces one character by one, so that word offsets stay valid
  const whole = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\0', '\uFFFD')
    .replaceAll('\r', '\n')
  const shown = replaceControls(whole, capabilities)
  if (shown !== text) tally.count('character')
  const tidy = trimText({ text: shown, start: null, end: null, words: segment.words })
  if (tidy.text === shown) return shown === text ? segment : { ...segment, text: shown }
  if (/\n[^\S\n]*\n/.test(shown)) tally.count('blank-line')
  return { ...segment, text: tidy.text, words: tidy.words ?? [] }
}

/** XML 1.0 does not allow these characters even as references: https://www.w3.org/TR/xml/#charsets */
function replaceControls(text: string, capabilities: WriterCapabilities): string {
  if (capabilities.controls) return text
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\uFFFD')
}

function reduce(
  segment: Segment,
  { writer, capabilities, options }: Task,
  tally: ProblemTally,
): Segment {
  const { language, ...rest } = segment
  const keepsWords = writer.supports.words && options.words !== false
  if (!writer.supports.words && options.words !== false) {
    for (const _ of segment.words) tally.count('word-time')
  }
  const tag = languageTag(language)
  if (tag !== undefined && !capabilities.segmentLanguages) tally.count('segment-language')
  const words = keepsWords
    ? segment.words.map(({ confidence, estimated, ...word }) => {
        if (confidence !== undefined && !capabilities.confidence) tally.count('confidence')
        if (estimated === true && !capabilities.estimates) tally.count('estimate')
        return {
          ...word,
          ...(confidence === undefined || !capabilities.confidence ? {} : { confidence }),
          ...(estimated === undefined || !capabilities.estimates ? {} : { estimated }),
        }
      })
    : []
  return {
    ...rest,
    words,
    ...(tag === undefined || !capabilities.segmentLanguages ? {} : { language: tag }),
  }
}

function onTicks(segment: Segment, { ticks }: WriterCapabilities, tally: ProblemTally): Segment {
  if (ticks === null || !isTimed(segment)) return segment
  const times = [segment, ...segment.words].flatMap(({ start, end }) => [start, end])
  for (const time of times) if (time !== null && !isOnTick(time, ticks)) tally.count('rounded')
  const rounded = roundSegment(segment, ticks)
  const words = roundWords(segment.words, rounded, ticks)
  for (let lost = words.length; lost < segment.words.length; lost += 1) tally.count('word-crowded')
  return { ...segment, ...rounded, words }
}
