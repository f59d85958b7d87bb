import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { annotationsIn, isPainting, isTranscribing } from './annotations.ts'
import { bodiesOf } from './bodies.ts'
import { scoreWebAnnotation } from './shapes.ts'
import { targetOf } from './target.ts'

/** Reads W3C web annotations, alone or in a IIIF manifest: one segment per transcribing annotation. */
export function readWebAnnotation({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreWebAnnotation(value) === 'no') return refuseShape(name, 'a tool for web annotations')
  const tally = createTally()
  const links: string[] = []
  const segments = parseAnnotations(annotationsIn(value), { links, tally })
  if (segments.length === 0) return emptyParsedTranscript(nothingInside(name, links))
  const title = titleOf(property(value, 'label'))
  return {
    ...(title === undefined ? {} : { title }),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportLeftOut(tally, links),
      ...reportNoTimes(segments, name),
    ],
  }
}

/** Reads the annotations of the first recording that has text, because times restart with each recording. */
function parseAnnotations(
  annotations: readonly unknown[],
  { links, tally }: { links: string[]; tally: ProblemTally },
): ParsedSegment[] {
  const segments: ParsedSegment[] = []
  let recording: string | undefined
  for (const annotation of annotations) {
    if (isPainting(annotation)) continue
    if (!isTranscribing(annotation)) {
      tally.count('annotation-other')
      continue
    }
    const target = targetOf(annotation)
    const bodies = bodiesOf(annotation)
    links.push(...bodies.links.slice(0, 100))
    for (const { text, language: written } of bodies.texts) {
      if (text.trim() === '') continue
      recording ??= target.source
      if (target.source !== recording) {
        tally.count('recording-other')
        continue
      }
      const language = languageTag(written)
      segments.push({
        text,
        start: secondsOf(target.start, tally),
        end: secondsOf(target.end, tally),
        ...(language === undefined ? {} : { language }),
      })
    }
  }
  return segments
}

/** The text of a label; IIIF writes `{en: ["…"]}`. */
function titleOf(label: unknown): string | undefined {
  const written =
    typeof label === 'object' && label !== null ? asArray(Object.values(label)[0])[0] : label
  const title = asText(written)?.replace(/\s+/g, ' ').trim()
  return title === '' ? undefined : title
}

function nothingInside(name: string, links: readonly string[]): Problem {
  if (links.length === 0) {
    return {
      code: 'annotations-missing',
      severity: 'error',
      message: `${name} has no annotations with a transcript. Choose the file that contains the transcript.`,
    }
  }
  return {
    code: 'transcript-linked',
    severity: 'error',
    message: `${name} contains no transcript but links to ${listAddresses(links)}. Download that file and open it here.`,
  }
}

function reportLeftOut(tally: ProblemTally, links: readonly string[]): Problem[] {
  const linked: Problem = {
    code: 'transcript-linked',
    severity: 'note',
    message: `Files that the annotations link to are not loaded: ${listAddresses(links)}. Download them to open them.`,
  }
  return [
    ...(links.length === 0 ? [] : [linked]),
    ...tally.report(
      'annotation-other',
      'note',
      ({ count }) =>
        `${countOf(count, 'annotation')} that ${count === 1 ? 'is' : 'are'} not part of a transcript (tags, comments) ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
    ...tally.report(
      'recording-other',
      'warning',
      ({ count }) =>
        `${countOf(count, 'annotation')} of other recordings in the same file ${count === 1 ? 'is' : 'are'} not shown; save the annotations of each recording as a separate file to open them.`,
    ),
  ]
}

function listAddresses(links: readonly string[]): string {
  const more = links.length > 2 ? ` and ${links.length - 2} more` : ''
  const shown = links.slice(0, 2).map((link) => link.replace(/\s+/g, ' ').slice(0, 300))
  return shown.join(', ') + more
}
