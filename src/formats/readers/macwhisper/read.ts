import type { Problem } from '#transcript/problem.ts'
import { parseJson } from '../../parsing/json/parse-json.ts'
import { isRecord, property } from '../../parsing/json/values.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { valueAt } from '../../parsing/timed-lists/key-paths.ts'
import { outlineOf } from '../../parsing/timed-lists/outline.ts'
import { readTimedList } from '../../parsing/timed-lists/read-list.ts'
import { isProblem, openZip } from '../../parsing/zip/open-zip.ts'
import type { TranscriptFile } from '../format.ts'

const maxBytes = 64 * 1024 * 1024

/** Reads MacWhisper's own files: an archive of the recording and `metadata.json`, with times in milliseconds. */
export function readMacWhisper({ bytes, name }: TranscriptFile): ParsedTranscript {
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const packed = zip.read('metadata.json', { maxBytes })
  if (isProblem(packed)) return emptyParsedTranscript(packed)
  const document = parseJson(new TextDecoder().decode(packed), name)
  const place = outlineOf(document?.value).find(({ steps, samples }) => {
    const isList = steps.at(-1) === '[]' && steps.length > 1
    return isList && samples.some(({ value }) => isSegment(value))
  })
  if (document === null || place === undefined) return emptyParsedTranscript(notMacWhisper(name))
  const { unit: _, ...read } = readTimedList(
    document,
    {
      steps: place.steps,
      layout: {
        holds: 'segments',
        keys: { text: ['text'], start: ['start'], end: ['end'], speaker: ['speaker'] },
        words: {
          at: ['words'],
          keys: {
            text: ['text', 'word'],
            start: ['start'],
            end: ['end'],
            confidence: ['probability'],
          },
        },
        unitsPerSecond: 1000,
      },
    },
    name,
  )
  return read
}

function isSegment(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof property(value, 'text') === 'string' &&
    valueAt(value, 'start') !== undefined
  )
}

function notMacWhisper(name: string): Problem {
  return {
    code: 'format-unknown',
    severity: 'error',
    message: `${name} is an archive without a transcript that can be read. If MacWhisper made it, export the transcript as SubRip (.srt) and open that; else unpack it.`,
  }
}
