import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { isEbuStl } from '../../parsing/encoding/ebu-stl.ts'
import { decoderOf } from './characters.ts'
import { decodeHeaderText } from './header-text.ts'
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
  const title = decodeHeaderText(bytes.subarray(16, 48), header.slice(0, 3))
  const tally = createTally()
  const { subtitles, isLastOpen } = subtitlesOf(bytes, tally)
  const first = subtitles[0]?.from
  // times count from the beginning of the programme, unless they are before it
  const offset = first === undefined || secondsOf(first, rate) < origin ? 0 : origin
  const segments = subtitles.map(({ from, to, text }): ParsedSegment => ({
    text: textOf(text, decode),
    start: roundToMs(secondsOf(from, rate) - offset),
    end: roundToMs(secondsOf(to, rate) - offset),
  }))
  const left = (bytes.length - headerLength) % blockLength
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...(offset === 0 ? [] : [reportOrigin(header.slice(256, 264))]),
      ...(bytes.length > headerLength && left > 0 ? [reportCut(name, segments.length)] : []),
      ...(isLastOpen && left === 0 ? [reportOpen(name)] : []),
      ...tally.report(
        'comment-not-shown',
        'note',
        ({ count }) => `${countOf(count, 'comment')} ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

type TimeCode = readonly [number, number, number, number]

interface Subtitle {
  readonly from: TimeCode
  readonly to: TimeCode
  readonly text: number[]
}

/** Joins the blocks of each subtitle. Comments are counted, user data is skipped. */
function subtitlesOf(
  bytes: Uint8Array,
  tally: ProblemTally,
): { subtitles: Subtitle[]; isLastOpen: boolean } {
  const subtitles: Subtitle[] = []
  let open: (Subtitle & { readonly number: number }) | null = null
  for (let at = headerLength; at + blockLength <= bytes.length; at += blockLength) {
    const block = bytes.subarray(at, at + blockLength)
    const extension = block[3]!
    const isUserData = extension === 0xfe
    if (isUserData) continue
    const isLast = extension === 0xff
    const isComment = block[15] === 1
    if (isComment) {
      if (isLast) tally.count('comment-not-shown')
      continue
    }
    const number = block[1]! + block[2]! * 256
    // the last block of the subtitle before is missing
    const from = codeAt(block, 5)
    if (open !== null && open.number !== number && `${open.from}` !== `${from}`) open = null
    if (open === null) {
      open = { number, from, to: codeAt(block, 9), text: [] }
      subtitles.push(open)
    }
    for (const byte of block.subarray(16)) open.text.push(byte)
    if (isLast) open = null
  }
  return { subtitles, isLastOpen: open !== null }
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

/** 0x8a breaks the line, 0x8f fills the rest of a block, other control codes are colours, boxes and sizes. */
function textOf(bytes: readonly number[], decode: (bytes: readonly number[]) => string): string {
  const lines: number[][] = [[]]
  for (const byte of bytes) {
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

function reportOpen(name: string): Problem {
  return {
    code: 'file-truncated',
    severity: 'warning',
    message: `${name} ends inside a subtitle; what it has of the subtitle was read. Export or download it again to get the rest.`,
  }
}

function reportCut(name: string, count: number): Problem {
  return {
    code: 'file-truncated',
    severity: 'warning',
    message: `${name} is cut off inside a subtitle; the ${countOf(count, 'subtitle')} before it ${count === 1 ? 'was' : 'were'} read. Export or download it again to get the rest.`,
  }
}
