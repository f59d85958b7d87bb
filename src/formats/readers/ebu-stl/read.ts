import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { isEbuStl } from '../../parsing/encoding/ebu-stl.ts'
import { decoderOf } from './characters.ts'
import { languageOfCode } from './languages.ts'

const headerLength = 1024
const blockLength = 128

/** Reads EBU subtitles (https://tech.ebu.ch/docs/tech/tech3264.pdf): a header and blocks of 128 bytes. */
export function readEbuStl({ bytes, name }: TranscriptFile): ParsedTranscript {
  if (!isEbuStl(bytes)) {
    return emptyParsedTranscript({
      code: 'format-unknown',
      severity: 'error',
      message: `${name} does not begin like an EBU STL file. Choose another format.`,
    })
  }
  const header = String.fromCharCode(...bytes.subarray(0, headerLength))
  const rate = Number(header.slice(6, 8)) || 25
  const decode = decoderOf(header.slice(12, 14))
  const origin = programmeStart(header.slice(256, 264), rate)
  const language = languageOfCode(header.slice(14, 16))
  const title = header
    .slice(16, 48)
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
  const subtitles = subtitlesOf(bytes)
  const first = subtitles[0]?.from
  // times count from the beginning of the programme, unless they are before it
  const offset = first === undefined || secondsOf(first, rate) < origin ? 0 : origin
  const segments = subtitles.map(({ from, to, text }): ParsedSegment => ({
    text: textOf(text, decode),
    start: round(secondsOf(from, rate) - offset),
    end: round(secondsOf(to, rate) - offset),
  }))
  const left = (bytes.length - headerLength) % blockLength
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...(offset === 0 ? [] : [reportOrigin(header.slice(256, 264))]),
      ...(bytes.length > headerLength && left > 0 ? [reportCut(name, segments.length)] : []),
    ],
  }
}

type TimeCode = readonly [number, number, number, number]

interface Subtitle {
  readonly from: TimeCode
  readonly to: TimeCode
  readonly text: readonly number[]
}

/** Joins the blocks of each subtitle. Comments and user data are skipped. */
function subtitlesOf(bytes: Uint8Array): Subtitle[] {
  const subtitles: Subtitle[] = []
  let text: number[] = []
  for (let at = headerLength; at + blockLength <= bytes.length; at += blockLength) {
    const block = bytes.subarray(at, at + blockLength)
    const extension = block[3]!
    const isUserData = extension === 0xfe
    const isComment = block[15] === 1
    if (isUserData || isComment) continue
    text.push(...block.subarray(16))
    if (extension !== 0xff) continue
    subtitles.push({ from: codeAt(block, 5), to: codeAt(block, 9), text })
    text = []
  }
  return subtitles
}

function codeAt(block: Uint8Array, at: number): TimeCode {
  return [block[at]!, block[at + 1]!, block[at + 2]!, block[at + 3]!]
}

function secondsOf([hours, minutes, seconds, frames]: TimeCode, rate: number): number {
  return (hours * 60 + minutes) * 60 + seconds + frames / rate
}

function programmeStart(written: string, rate: number): number {
  const found = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(written)
  if (found === null) return 0
  const [hours, minutes, seconds, frames] = found.slice(1).map(Number)
  return secondsOf([hours!, minutes!, seconds!, frames!], rate)
}

function round(time: number): number {
  return Math.round(time * 1000) / 1000
}

/** 0x8a breaks the line, 0x8f fills the block, other control codes are colours, boxes and sizes. */
function textOf(bytes: readonly number[], decode: (bytes: readonly number[]) => string): string {
  const lines: number[][] = [[]]
  for (const byte of bytes) {
    if (byte === 0x8f) break
    if (byte === 0x8a) lines.push([])
    else if (byte < 0x20) lines.at(-1)!.push(0x20)
    else if (byte < 0x80 || byte >= 0xa0) lines.at(-1)!.push(byte)
  }
  return lines
    .map((line) => decode(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function reportOrigin(written: string): Problem {
  const code = written.replace(/(\d\d)(?=\d)/g, '$1:')
  return {
    code: 'times-from-start',
    severity: 'note',
    message: `The programme begins at the time code ${code}; times are counted from there.`,
  }
}

function reportCut(name: string, count: number): Problem {
  return {
    code: 'file-truncated',
    severity: 'warning',
    message: `${name} is cut off inside a subtitle; the ${countOf(count, 'subtitle')} before it ${count === 1 ? 'was' : 'were'} read. Export or download it again to get the rest.`,
  }
}
