import { jsonFormats, leastItems, writeJson } from './generate-json.mjs'
import { tokens } from './tokens.mjs'

/*
 * Files whose text is known: whole cues with words that occur once, between cues that are damaged. A reader may drop a
 * damaged cue; it must show every word of a whole one, or report a problem with its line.
 */

/**
 * @typedef {object} WholeCue
 * @property {readonly string[]} words each occurs once in the file
 * @property {number} number of the cue in the file, 1-based
 * @property {boolean} [isReported] a problem of any kind suffices
 * @property {number} [from] 1-based line, the first of the cue; none in JSON, whose lines say nothing
 * @property {number} [to] the last line of the cue
 */

const pad = (value, length = 2) => String(value).padStart(length, '0')

function clock(milliseconds, point) {
  const seconds = Math.floor(milliseconds / 1000)
  const whole = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    pad(Math.floor(part)),
  )
  return `${whole.join(':')}${point}${pad(milliseconds % 1000, 3)}`
}

const times = ({ start, end }, point, arrow = ' --> ') =>
  `${clock(start, point)}${arrow}${clock(end, point)}`

const blocksOf = ({ head = [], cue, end = [], gap = [''] }) => ({ head, cue, end, gap })

/** How each format writes a cue, as lines: what stands before all cues, after them, and between two. */
const layouts = {
  webvtt: blocksOf({
    head: ['WEBVTT', ''],
    cue: (cue) => [times(cue, '.'), cue.text],
  }),
  subrip: blocksOf({ cue: (cue) => [String(cue.number), times(cue, ','), cue.text] }),
  sbv: blocksOf({ cue: (cue) => [times(cue, '.', ',').replaceAll(/\b0(?=\d:)/g, ''), cue.text] }),
  lrc: blocksOf({
    cue: (cue) => [`[${clock(cue.start, '.').slice(3, -1)}]${cue.text}`],
    gap: [],
  }),
  csv: blocksOf({
    head: ['start,end,text'],
    cue: (cue) => [`${cue.start / 1000},${cue.end / 1000},${cue.text}`],
    gap: [],
  }),
  ttml: blocksOf({
    head: ['<tt xmlns="http://www.w3.org/ns/ttml"><body><div>'],
    cue: (cue) => [
      `<p begin="${clock(cue.start, '.')}" end="${clock(cue.end, '.')}">${cue.text}</p>`,
    ],
    end: ['</div></body></tt>'],
    gap: [],
  }),
}
const extensions = {
  webvtt: 'vtt',
  subrip: 'srt',
  sbv: 'sbv',
  lrc: 'lrc',
  csv: 'csv',
  ttml: 'ttml',
}

export const countedFormats = [...Object.keys(layouts), ...jsonFormats]

/** Damage inside one cue. None of it opens a quotation, a tag or a comment that would reach into the next cue. */
const damages = [
  (lines, random) => lines.with(random.below(lines.length), ''),
  (lines, random) => lines.toSpliced(random.below(lines.length), 1),
  (lines, random) => [...lines, lines[random.below(lines.length)]],
  (lines) => lines.toReversed(),
  (lines, random) =>
    inLine(lines, random, (line) =>
      line.replace(/\d+/, random.pick(['', '-1', '99', '1e9', 'x', '٣'])),
    ),
  (lines, random) => inLine(lines, random, (line) => line.slice(0, random.below(line.length + 1))),
  (lines, random) =>
    inLine(lines, random, (line) => {
      const at = random.below(line.length + 1)
      return line.slice(0, at) + random.pick(closedTokens) + line.slice(at)
    }),
]
const closedTokens = tokens.filter((token) => !/["<&\r\n\0]|PK/.test(token))

function inLine(lines, random, change) {
  const at = random.below(lines.length)
  return lines.with(at, change(lines[at]))
}

/** A lower-case word for a number: no name, no sound, no number, and in no other word. */
const wordOf = (number) =>
  `za${[...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}ez`

/**
 * @param {string} format one of `countedFormats`
 * @returns {{ name: string, bytes: Uint8Array, how: string, whole: readonly WholeCue[] }}
 */
export function generateCounted(format, random) {
  return jsonFormats.includes(format) ? generateJson(format, random) : generateLines(format, random)
}

function generateJson(format, random) {
  const items = Array.from({ length: leastItems(format) + random.below(12) }, (_, at) => {
    const start = (at + 1) * 4 + random.below(10) / 10
    const words = Array.from({ length: 1 + random.below(6) }, (_, place) => ({
      text: wordOf((at + 1) * 10 + place),
      start: start + place * 0.5,
      end: start + place * 0.5 + 0.5,
    }))
    const text = words.map((word) => word.text).join(' ')
    return { number: at + 1, text, start, end: words.at(-1).end, words }
  })
  const { text, how, whole } = writeJson(format, items, random)
  return {
    name: 'counted.json',
    bytes: new TextEncoder().encode(text),
    how: `${format}: ${how}`,
    whole: whole.map(({ words, ...item }) => ({ ...item, words: words.map((word) => word.text) })),
  }
}

function generateLines(format, random) {
  const { head, cue, end, gap } = layouts[format]
  // In XML, damage may break the document; recovery from that is another matter.
  const mayDamage = format !== 'ttml'
  const lines = [...head]
  const whole = []
  const count = 2 + random.below(12)
  let damaged = 0
  for (let number = 1; number <= count; number += 1) {
    const words = Array.from({ length: 1 + random.below(6) }, (_, at) => wordOf(number * 10 + at))
    const start = number * 4000 + random.below(1000)
    const written = cue({ number, start, end: start + 3000, text: words.join(' ') })
    const isDamaged = mayDamage && number > 1 && random.below(3) === 0
    if (isDamaged) damaged += 1
    else whole.push({ words, number, from: lines.length + 1, to: lines.length + written.length })
    lines.push(...(isDamaged ? random.pick(damages)(written, random) : written), ...gap)
  }
  lines.push(...end)
  const lineBreak = random.pick(['\n', '\n', '\r\n'])
  const mark = random.below(4) === 0 ? '\uFEFF' : ''
  return {
    name: `counted.${extensions[format]}`,
    bytes: new TextEncoder().encode(mark + lines.join(lineBreak)),
    how: `${whole.length} whole cues and ${damaged} damaged ones`,
    whole,
  }
}
