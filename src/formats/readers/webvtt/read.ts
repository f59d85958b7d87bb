import { countOf, createTally } from '#transcript/problem-tally.ts'
import { loadReferences } from '../../parsing/cues/html-references.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import { placeCueParts } from '../../parsing/parts/place-cue-parts.ts'
import type { PlacedParts } from '../../parsing/parts/place-parts.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { areChapters, webvttChaptersOf } from './chapters.ts'
import { createCueTextParser } from './cue-text.ts'
import { readCues } from './cues.ts'
import { removeEditorCues } from './editor-cues.ts'
import { findJoinedParts, linesOfHeaders } from './joined-parts.ts'
import { speakersOfIdentifiers } from './identifiers.ts'
import { languageOfMetadata, segmentOfMetadata } from './metadata.ts'
import { mergeRolling } from './rolling.ts'
import { createUsualCueReader } from './usual-cue.ts'
import { segmentsOfCue } from './voices.ts'

/** Reads WebVTT (https://www.w3.org/TR/webvtt1/), more leniently where the specification would lose text. */
export async function readWebvtt({
  text,
  name,
  fileName,
}: TranscriptFile): Promise<ParsedTranscript> {
  const { header, cues, problems } = readCues(text, name)
  if (cues.length === 0 && !/^\P{L}{0,100}webvtt/iu.test(text)) {
    return emptyParsedTranscript({
      code: 'cues-missing',
      severity: 'error',
      message: `${name} has no line like 00:01.000 --> 00:02.000, so it cannot be read as WebVTT. Choose another format.`,
    })
  }
  const language = languageTag(header.get('language')) ?? languageOfMetadata(cues)
  const title = header.get('title')
  const about = {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  }
  const references = await loadReferences(text)
  if (areChapters(header, fileName)) {
    return { ...about, chapters: webvttChaptersOf(cues, references), segments: [], problems }
  }
  const readUsualCue = createUsualCueReader(references)
  const parseCueText = createCueTextParser(references)
  const tally = createTally()
  const segments: ParsedSegment[] = []
  const speakers = speakersOfIdentifiers(cues)
  for (const [index, cue] of cues.entries()) {
    const metadata = segmentOfMetadata(cue)
    if (metadata !== null) {
      segments.push(metadata)
      continue
    }
    const speaker = speakers?.[index]
    const usual = readUsualCue(cue)
    if (usual !== null) {
      segments.push(speaker === undefined ? usual : { speaker, ...usual })
      continue
    }
    const cueText = parseCueText(cue.text)
    if (cueText.hasLooseBracket) tally.count('bracket-loose', cue.line)
    const voices = segmentsOfCue(cue, cueText)
    if (voices.length === 0)
      segments.push({ text: '', start: cue.start, end: cue.end, line: cue.line })
    for (const segment of voices) {
      segments.push(speaker === undefined ? segment : { speaker, ...segment })
    }
  }
  const parts = placeJoined(segments, text)
  const rolled = mergeRolling(removeEditorCues(parts.segments))
  const loose = tally.report(
    'bracket-loose',
    'note',
    ({ count, where }) =>
      `${countOf(count, 'cue')}${where} ${count === 1 ? 'has' : 'have'} a “<” that does not begin a tag; it is shown as text.`,
  )
  return {
    ...about,
    chapters: parts.chapters,
    segments: rolled.segments,
    problems: [...problems, ...parts.problems, ...loose, ...rolled.problems],
  }
}

/** The parts of joined files, by their time maps if they have some, else one behind the other. */
function placeJoined(segments: readonly ParsedSegment[], text: string): PlacedParts {
  const mapped = findJoinedParts(text)
  return mapped === null
    ? placeCueParts(segments, () => linesOfHeaders(text))
    : { segments: segments.map(mapped.place), chapters: [], problems: mapped.problems }
}
