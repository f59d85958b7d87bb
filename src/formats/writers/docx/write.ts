import { strToU8, zipSync } from 'fflate'
import { createTally } from '#transcript/problem-tally.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { toChapteredParagraphs } from '../../writing/chaptered.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { bracketTime } from '../../writing/paragraphs.ts'
import { countUnclearPrefixes } from '../../writing/written-names.ts'
import { writeHeading, writeParagraph, writeTitle } from './write-paragraph.ts'
import {
  appProperties,
  contentTypes,
  coreProperties,
  documentRelationships,
  relationships,
  styles,
} from './write-parts.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  language: true,
  chapters: true,
  untimed: true,
  controls: false,
  ticks: null,
}

export const docxWriter: LoadedWriter = { capabilities, write }

/** ZIP entries need a modification time. A fixed one makes the same transcript give the same bytes. */
const mtime = new Date(1980, 0, 1)

/**
 * Writes a minimal document (ECMA-376): paragraphs `[0:01:02] Name: text` with the name in bold, and chapters as
 * headings. The title is the first paragraph; title, language and the day of the export are also document properties.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const tally = createTally()
  const paragraphs = toChapteredParagraphs(prepared, tally)
  countUnclearPrefixes(paragraphs, tally)
  const body = paragraphs.flatMap(({ heading, ...paragraph }) => [
    ...(heading === null ? [] : [writeHeading(bracketTime(heading) + heading.title)]),
    writeParagraph(paragraph),
  ])
  if (prepared.title !== undefined) body.unshift(writeTitle(prepared.title))
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
${body.join('\n')}
<w:sectPr/></w:body></w:document>
`
  const bytes = zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(relationships),
      'docProps/core.xml': strToU8(coreProperties(prepared)),
      'docProps/app.xml': strToU8(appProperties),
      'word/_rels/document.xml.rels': strToU8(documentRelationships),
      'word/styles.xml': strToU8(styles(prepared)),
      'word/document.xml': strToU8(document),
    },
    { mtime, level: 6 },
  )
  return { bytes, problems: reportWritingLosses(tally, prepared.formatName) }
}
