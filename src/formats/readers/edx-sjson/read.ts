import { loadReferences } from '../../parsing/cues/html-references.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { readTimedList } from '../../parsing/timed-lists/read-list.ts'
import type { TranscriptFile } from '../format.ts'
import { columnsIn } from './columns.ts'

/** Reads edX's SJSON: columns of starts and ends in milliseconds, and of texts as HTML. */
export async function readEdxSjson({
  json,
  name,
  text: written,
}: TranscriptFile): Promise<ParsedTranscript> {
  const document = json()
  const columns = columnsIn(document?.value)
  if (document === null || columns === null) return refuseShape(name, 'edX')
  const references = await loadReferences(written)
  const cues = columns.texts.map((text, at) => ({
    text: typeof text === 'string' ? references.decode(text) : text,
    start: columns.starts[at],
    end: columns.ends[at],
  }))
  const { unit: _, ...read } = readTimedList(
    { value: { cues }, problems: document.problems },
    {
      steps: ['cues', '[]'],
      layout: {
        holds: 'segments',
        keys: { text: ['text'], start: ['start'], end: ['end'] },
        unitsPerSecond: 1000,
      },
    },
    name,
  )
  return read
}
