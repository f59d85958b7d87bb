import type { Problem } from '#transcript/problem.ts'
import type { Word } from '#transcript/transcript.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'

const note = /^([:*FRG]) ?(-?\d{1,9}) (\d{1,9}) (-?\d{1,4})(?: (.*))?$/

/**
 * Reads UltraStar songs: syllables with times in beats (`60 / (BPM × 4)` seconds), after `GAP` milliseconds. A syllable
 * that begins with a blank, or follows one that ends with a blank, begins a word.
 */
export function readUltrastar({ text, name }: TranscriptFile): ParsedTranscript {
  const header = new Map<string, string>()
  for (const [, key = '', value = ''] of text.matchAll(/^#([A-Z\d]{1,30}):(.*)$/gim)) {
    header.set(key.toUpperCase(), value.trim())
  }
  const beats = Number((header.get('BPM') ?? '').replace(',', '.'))
  if (!(beats > 0)) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like #BPM:300, so it cannot be read as an UltraStar song. Choose another format.`,
    })
  }
  const gap = Number((header.get('GAP') ?? '0').replace(',', '.')) / 1000 || 0
  const isRelative = /^yes$/i.test(header.get('RELATIVE') ?? '')
  const seconds = (beat: number) => Math.round((gap + (beat * 60) / (beats * 4)) * 1e4) / 1e4
  const segments: ParsedSegment[] = []
  let line = createLine()
  let origin = 0
  let speaker: string | undefined
  const close = () => {
    const segment = line.finish()
    if (segment !== null) segments.push(speaker === undefined ? segment : { ...segment, speaker })
    line = createLine()
  }
  for (const [index, content] of text.split('\n').entries()) {
    const found = note.exec(content)
    const player = /^P ?(\d)\s*$/.exec(content)
    if (found !== null) {
      const start = origin + Number(found[2])
      const times = { start: seconds(start), end: seconds(start + Number(found[3])) }
      line.add(found[5] ?? '', times, index + 1)
    } else if (content.startsWith('-')) {
      close()
      const [, at = '0', next = at] = /^- ?(-?\d+)(?: (-?\d+))?/.exec(content) ?? []
      if (isRelative) origin += Number(next)
    } else if (player !== null) {
      close()
      origin = 0
      const number = player[1]!
      speaker = header.get(`P${number}`) ?? header.get(`DUETSINGERP${number}`) ?? `Singer ${number}`
    } else if (/^E\s*$/.test(content)) close()
  }
  close()
  const title = [header.get('ARTIST'), header.get('TITLE')].filter(Boolean).join(' – ')
  return {
    ...(title === '' ? {} : { title }),
    segments: orderByStart(segments),
    problems: header.has('VIDEOGAP') && !header.has('GAP') ? [gapMissing()] : [],
  }
}

/** Collects the syllables of a line as words. `~` holds the syllable before. */
function createLine() {
  const words: Word[] = []
  let text = ''
  let first = 0
  return {
    add(written: string, { start, end }: { start: number; end: number }, line: number) {
      if (words.length === 0) first = line
      const last = words.at(-1)
      const isHeld = /^\s*[~-]+\s*$/.test(written)
      const begins = last === undefined || /^\s/.test(written) || /\s$/.test(text)
      if (!begins || (isHeld && last !== undefined)) {
        text += isHeld ? written.replace(/[~-]/g, '') : written
        words[words.length - 1] = { ...last, to: text.trimEnd().length, end }
        return
      }
      if (text !== '' && !/\s$/.test(text)) text += ' '
      const from = text.length
      text += written.trimStart()
      words.push({ from, to: text.trimEnd().length, start, end })
    },
    finish(): ParsedSegment | null {
      const [begin] = words
      if (begin === undefined || text.trim() === '') return null
      return {
        text: text.trimEnd(),
        start: begin.start,
        end: words.at(-1)!.end,
        words,
        line: first,
      }
    },
  }
}

function gapMissing(): Problem {
  return {
    code: 'gap-missing',
    severity: 'note',
    message: 'The file has no #GAP, so its times are counted from the beginning of the recording.',
  }
}
