import { createTally } from '#transcript/problem-tally.ts'
import { isNameLike } from '#transcript/conventions/name-like.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { toChapteredParagraphs } from '../../writing/chaptered.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { bracketTime, type ExportParagraph } from '../../writing/paragraphs.ts'
import { countUnclearPrefixes } from '../../writing/written-names.ts'
import { escapeInline, escapeLines } from './write-escapes.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  chapters: true,
  untimed: true,
  ticks: null,
}

export const markdownWriter: LoadedWriter = { capabilities, write }

/** Writes CommonMark: `# Title`, `## [0:10:00] Chapter`, `**Name** [0:01:02] text`. */
function write(prepared: PreparedTranscript): WriterOutput {
  const tally = createTally()
  const { title, formatName } = prepared
  const paragraphs = toChapteredParagraphs(prepared, tally)
  countUnclearPrefixes(paragraphs, tally)
  const blocks = title === undefined ? [] : [`# ${escapeInline(title)}`]
  for (const { heading, ...paragraph } of paragraphs) {
    if (heading !== null) blocks.push(`## ${bracketTime(heading)}${escapeInline(heading.title)}`)
    blocks.push(writeParagraph(paragraph))
  }
  return { text: `${blocks.join('\n\n')}\n`, problems: reportWritingLosses(tally, formatName) }
}

function writeParagraph(paragraph: ExportParagraph): string {
  const { name, start, text } = paragraph
  const time = bracketTime(paragraph)
  if (name === null) return time === '' ? escapeLines(text) : time + escapeInline(text)
  const wordText = escapeInline(name)
  const opening =
    start !== null && isNameLike(name) ? `**${wordText}** ${time}` : `${time}**${wordText}:** `
  return opening + escapeInline(text)
}
