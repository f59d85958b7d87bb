/*
 * Texts that once took a time out of proportion, or may: each can be written in any size.
 *
 * @typedef {object} HostileText
 * @property {string} name
 * @property {string} fileName
 * @property {number} count of what it repeats, in the smaller of two sizes
 * @property {(count: number) => string} write
 */

const repeat = (count, write) => Array.from({ length: count }, (_, at) => write(at)).join('')

const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 23)

const webvtt = (count, textOf) =>
  `WEBVTT\n\n${repeat(count, (at) => `${clock(at / 10)} --> ${clock((at + 1) / 10)}\n${textOf(at)}\n\n`)}`

const oneCue = (text) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`

const page = (words) => `<article><section><p>${words}</p></section></article>`

/** @type {readonly HostileText[]} */
export const hostileTexts = [
  {
    name: 'lines of a name and a text, all names different',
    fileName: 'names.txt',
    count: 40_000,
    write: (count) => repeat(count, (at) => `Name${at}: text\n`),
  },
  {
    name: 'lines of a name and a text, four names',
    fileName: 'names.txt',
    count: 40_000,
    write: (count) => repeat(count, (at) => `Name${'ABCD'[at % 4]}: text\n`),
  },
  {
    name: 'cues with voices, all names different',
    fileName: 'voices.vtt',
    count: 40_000,
    write: (count) => webvtt(count, (at) => `<v Name${at}>text`),
  },
  {
    name: 'one cue of U+FFFD',
    fileName: 'damaged.srt',
    count: 125_000,
    write: (count) => oneCue('\uFFFD'.repeat(count)),
  },
  {
    name: 'cues of one letter',
    fileName: 'cues.vtt',
    count: 100_000,
    write: (count) => webvtt(count, () => 'x'),
  },
  {
    name: 'a page of Hyperaudio in one line',
    fileName: 'page.html',
    count: 40_000,
    write: (count) =>
      page(repeat(count, (at) => `<span data-m="${at * 300}" data-d="250">word </span>`)),
  },
  {
    name: 'combining marks behind one letter',
    fileName: 'marks.txt',
    count: 50_000,
    write: (count) => `a${'\u0301\u0316'.repeat(count)}`,
  },
]
