import { createRandom } from './random.mjs'
import { generateText } from './generate-text.mjs'

/**
 * @typedef {object} TestFile
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {boolean} isValid Whether the generator followed the specification.
 */

/**
 * Random files, the same for the same seed: every second one is valid, the others nearly so.
 *
 * @returns {TestFile[]}
 */
export function generateFiles({ seed, count }) {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const isValid = index % 2 === 0
    const bytes = new TextEncoder().encode(generateFile(random, { odd: !isValid }))
    return { name: `generated-${seed}-${index + 1}.vtt`, bytes, isValid }
  })
}

const oddSignatures = [
  'WEBVTT FILE',
  'WEBVTTx',
  'webvtt',
  ' WEBVTT',
  'WEBVTT\f',
  'WEBVTT\u00a0',
  '\ufeff\ufeffWEBVTT',
  'WEBVTT\0',
  '',
  '\n\nWEBVTT',
  'WEBVTT 00:00.000 --> 00:09.000',
]
const oddHeaders = [
  'Kind: captions',
  'Language: en-GB',
  'X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000',
  'STYLE',
  'NOTE in the header',
  'Region: id=fred width=40%',
  '   ',
]
const settings = [
  'align:start',
  'align:right',
  'line:0',
  'line:-1,end',
  'line:50%',
  'position:10%,line-left',
  'size:50%',
  'vertical:rl',
]
const oddSettings = [
  'align:',
  'size:200%',
  'x',
  'region:none',
  'A:start T:x',
  ':',
  'line:1e9',
  '\0',
]
const ids = ['1', '23', 'intro', 'two words', '- x', 'ünïcode', '00:01.000']
const oddIds = ['NOTE', 'STYLE', 'REGION', '   ', '\0', '-- >', 'NOTE x', 'STYLE  ', 'WEBVTT']

function generateFile(random, { odd }) {
  const { below, chance, pick, several } = random
  const oddly = (probability) => odd && chance(probability)
  const note = () =>
    pick(['NOTE', 'NOTE a comment', 'NOTE\twith tab']) +
    several(0, 2, () => `\n${pick(['line', 'two words', '<b> & so on'])}`).join('')
  const style = () => `STYLE\n::cue(${pick(['b', '.red', 'v[voice="Ada"]'])}) {\n  color: red;\n}`
  const region = () => 'REGION\nid:fred\nwidth:40%\nlines:3'

  let clock = below(3) === 0 ? 0 : below(9_000_000)
  const timing = () => {
    clock += chance(0.1) ? 0 : below(4000)
    const start = clock
    const length = oddly(0.1) ? -below(5000) : 1 + below(6000)
    const end = Math.max(0, start + length)
    const gap = () =>
      oddly(0.2) ? pick(['', '\t', '  ', '\f', '\u00a0', ' \t']) : pick([' ', ' ', '\t'])
    const times = `${stamp(start)}${gap()}${oddly(0.05) ? pick(['->', '--->', '—>']) : '-->'}${gap()}${stamp(end)}`
    const more = several(0, 2, () => pick(oddly(0.3) ? oddSettings : settings))
    const tail = oddly(0.1) ? pick([' ', '\t', '.', '0', 'align:start', ' -->']) : ''
    const line = `${oddly(0.1) ? pick([' ', '\t', '\u00a0', '-']) : ''}${times}${more.map((setting) => ` ${setting}`).join('')}${tail}`
    const inside = length < 10 ? [] : several(0, 3, () => start + 1 + below(length - 1))
    return { line, stamps: [...new Set(inside)].sort((a, b) => a - b).map((ms) => stamp(ms)) }
  }
  const stamp = (milliseconds) => {
    const usual = spell(milliseconds, { withHours: milliseconds >= 3_600_000 || chance(0.5) })
    if (!oddly(0.06)) return usual
    return pick([
      usual.replace('.', ','),
      usual.slice(0, -1),
      `${usual}0`,
      usual.replace(/^0/, ''),
      `0${usual}`,
      usual.replace(/:\d\d\./, ':60.'),
      usual.replace(/\.\d+$/, ''),
      `60:${usual.slice(-6)}`,
      `-${usual}`,
      usual.replace(/\d(?=\d\.)/, '\u0661'),
      `0:${usual}`,
    ])
  }
  const cue = () => {
    const { line, stamps } = timing()
    const id = chance(0.4) ? `${pick(oddly(0.25) ? oddIds : ids)}\n` : ''
    const extra = oddly(0.04) ? 'two\nlines\n' : ''
    if (chance(0.04)) return `${extra}${id}${line}`
    const text = generateText(random, { odd, stamps })
    // a line with nothing but blanks is text, an empty one ends the cue
    const more = oddly(0.12)
      ? pick(['\n   \nmore', '\na --> b', '\n\nafter an empty line', '\n-->', '\n\t'])
      : ''
    return `${extra}${id}${line}\n${text}${more}`
  }
  const gap = () =>
    oddly(0.08) ? pick(['\n', '\n \n', '\n\t\n', '\n1\n']) : '\n'.repeat(2 + below(2))

  const signature = oddly(0.06)
    ? pick(oddSignatures)
    : `WEBVTT${pick(['', '', ' a title', '\twith tab', ' - so -> on'])}`
  const headers = oddly(0.3) ? several(1, 2, () => pick(oddHeaders)) : []
  const before = several(0, 2, () => pick([note, style, region])())
  const body = several(2, 8, () =>
    pick([cue, cue, cue, cue, note, ...(odd ? [style, region] : [])])(),
  )
  const head = [signature, ...headers].join('\n') + (oddly(0.1) ? '\n' : '\n\n')
  const blocks = [...before, ...body]
    .map((block, at) => (at === 0 ? block : gap() + block))
    .join('')
  const text = head + blocks + pick(['', '\n', '\n\n'])
  return (chance(0.2) ? '\ufeff' : '') + withLineEnds(random, text)
}

function withLineEnds({ pick, chance }, text) {
  if (chance(0.1)) {
    // \r and \n after each other would be one
    const mixed = [...text].map((sign) => (sign === '\n' ? pick(['\n', '\r\n', '\r']) : sign))
    return mixed.map((sign, at) => (sign === '\n' && mixed[at - 1] === '\r' ? '\r' : sign)).join('')
  }
  return text.replaceAll('\n', pick(['\n', '\n', '\r\n', '\r']))
}

function spell(milliseconds, { withHours }) {
  const two = (number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000)]
  const seconds = `${two(Math.floor(milliseconds / 1000) % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`
  return `${withHours ? `${two(hours)}:` : ''}${two(minutes % 60)}:${seconds}`
}
