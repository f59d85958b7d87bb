import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { TranscriptFile } from '../../readers/format.ts'
import type { ParsedTranscript } from '../parsed-transcript.ts'
import { nameTurns, type Turn } from '../speakers/name-turns.ts'
import { findTurnNames } from '../speakers/turn-names.ts'
import { removeCourtPages, type CourtPages } from './court-pages.ts'
import { readDialogueLines } from './dialogue-lines.ts'
import { proseLine, type ProseLine } from './line.ts'
import { readSpeakerLines } from './speaker-lines.ts'
import { splitParagraphs } from './paragraphs.ts'
import { partTurns } from './part-turns.ts'
import { splitLong } from './split-long.ts'

/** What is known about the file that prose comes from. */
export type ProseFile = Pick<TranscriptFile, 'name' | 'labels'>

/** Reads a text without times: its paragraphs and their speakers, shown without highlighting. */
export function readUntimed(
  written: readonly ProseLine[],
  { name, labels }: ProseFile,
): ParsedTranscript {
  const pages = removeCourtPages(written)
  const { lines, names: introduced } = readSpeakerLines(partTurns(pages.lines))
  const texts = lines.map(({ text, isHeading }) => (isHeading ? '' : text.trim()))
  const names = findTurnNames(texts, labels, introduced)
  const dialogue = names.isEmpty ? readDialogueLines(lines) : null
  const paragraphs = splitParagraphs(dialogue ?? lines, { names, isWrapped: pages.margin > 0 })
  const segments = paragraphs.flatMap((paragraph) =>
    splitLong(paragraph.text).map((text, at): Turn => ({
      text,
      start: null,
      end: null,
      ...proseLine(paragraph),
      ...(paragraph.isHeading ? { isHeading: true } : {}),
      ...(paragraph.beginsTurn && at === 0 ? { beginsTurn: true } : {}),
    })),
  )
  const turns = names.isEmpty ? { segments, directions: 0 } : nameTurns(segments, names)
  return {
    segments: turns.segments,
    areNamedInText: true,
    problems: [
      {
        code: 'no-times',
        severity: 'note',
        message: `${name} contains no times, so its text is shown but does not follow the recording.`,
      },
      ...reportPages(pages),
      ...reportDirections(turns.directions),
    ],
  }
}

export function reportDirections(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'stage direction')} after names, such as “(laughing)”, ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'directions-not-shown', severity: 'note', message }]
}

function reportPages({ margin, pages }: CourtPages): Problem[] {
  if (margin + pages === 0) return []
  const parts = [
    ...(margin > 0 ? [`${countOf(margin, 'line number')} in the margin`] : []),
    ...(pages > 0 ? [countOf(pages, 'page number')] : []),
  ]
  const message = `${parts.join(' and ')} ${margin + pages === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'page-numbers-not-shown', severity: 'note', message }]
}
