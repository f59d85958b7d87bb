import { listShapes } from './json-list-shapes.mjs'

/*
 * JSON whose words are known, in the shape of each recogniser. One item may be damaged (see `damage`); the words of all
 * others must be shown. Some files are cut off: then the words of all items before the cut must be shown.
 */

/**
 * @typedef {object} Item
 * @property {number} number
 * @property {string} text
 * @property {number} start seconds
 * @property {number} end
 * @property {readonly { text: string, start: number, end: number }[]} words
 */

const ms = (seconds) => Math.round(seconds * 1000)
const clock = (seconds) => `${new Date(ms(seconds)).toISOString().slice(11, 23)}`.replace('.', ',')

/**
 * By format: `item` gives the values that stand for an item in a list, `file` the file around that list, with all markers
 * by which it is recognised before the list, because the end may be cut off; not where the file `isWhole`.
 */
const shapes = {
  ...listShapes,
  'whisper-json': {
    item: ({ number, text, start, end, words }) => [
      {
        id: number,
        start,
        end,
        text: ` ${text}`,
        words: words.map((word) => ({ word: ` ${word.text}`, ...timesOf(word), probability: 0.9 })),
      },
    ],
    file: (segments) => ({ language: 'en', segments }),
  },
  'whisper-cpp': {
    item: ({ text, start, end }) => [
      {
        timestamps: { from: clock(start), to: clock(end) },
        offsets: { from: ms(start), to: ms(end) },
        text: ` ${text}`,
      },
    ],
    file: (transcription) => ({ result: { language: 'en' }, transcription }),
  },
  'transformers-json': {
    item: ({ text, start, end }) => [{ text: ` ${text}`, timestamp: [start, end] }],
    file: (chunks, text) => ({ text, chunks }),
  },
  assemblyai: {
    item: ({ words }) =>
      words.map(({ text, start, end }) => ({
        text,
        start: ms(start),
        end: ms(end),
        confidence: 0.9,
        speaker: 'A',
      })),
    file: (words) => ({
      acoustic_model: 'assemblyai_default',
      language_code: 'en',
      status: 'completed',
      words,
    }),
  },
  deepgram: {
    item: ({ words }) =>
      words.map(({ text, start, end }) => ({
        word: text,
        start,
        end,
        confidence: 0.9,
        punctuated_word: text,
      })),
    file: (words, transcript) => ({
      metadata: { request_id: 'a' },
      results: { channels: [{ alternatives: [{ transcript, confidence: 0.9, words }] }] },
    }),
  },
  'aws-transcribe': {
    item: ({ words }) =>
      words.map(({ text, start, end }) => ({
        start_time: String(start),
        end_time: String(end),
        alternatives: [{ confidence: '0.9', content: text }],
        type: 'pronunciation',
      })),
    file: (items) => ({ jobName: 'a', results: { items } }),
  },
  'aws-call-analytics': {
    item: ({ text, start, end }) => [
      {
        Content: text,
        BeginOffsetMillis: ms(start),
        EndOffsetMillis: ms(end),
        ParticipantRole: 'AGENT',
      },
    ],
    file: (turns) => ({ JobName: 'a', Transcript: turns }),
  },
  'azure-speech': {
    item: ({ text, start, end }) => [
      {
        recognitionStatus: 'Success',
        channel: 0,
        offsetInTicks: start * 1e7,
        durationInTicks: (end - start) * 1e7,
        nBest: [{ confidence: 0.9, display: text }],
      },
    ],
    file: (recognizedPhrases) => ({ source: 'a', recognizedPhrases }),
  },
  'bedrock-audio': {
    item: ({ text, start, end }) => [
      {
        start_timestamp_millis: ms(start),
        end_timestamp_millis: ms(end),
        type: 'TRANSCRIPT',
        text,
      },
    ],
    file: (segments) => ({ metadata: { semantic_modality: 'AUDIO' }, audio_segments: segments }),
  },
  'digital-paper-edit': {
    item: ({ words }) => words.map((word) => ({ ...timesOf(word), text: word.text })),
    file: (words) => ({ paragraphs: [{ start: 0, end: 9999, speaker: 'Ada' }], words }),
  },
  gentle: {
    item: ({ words }) =>
      words.map((word) => ({
        alignedWord: word.text,
        case: 'success',
        ...timesOf(word),
        word: word.text,
      })),
    file: (words, transcript) => ({ transcript, words }),
  },
  'google-stt': {
    item: ({ text, end, words }) => [
      {
        alternatives: [
          {
            transcript: text,
            confidence: 0.9,
            words: words.map((word) => ({
              startTime: `${word.start}s`,
              endTime: `${word.end}s`,
              word: word.text,
            })),
          },
        ],
        resultEndTime: `${end}s`,
      },
    ],
    file: (results) => ({ results }),
  },
  'kaldi-json': {
    item: ({ words }) =>
      words.map((word) => ({ ...timesOf(word), word: word.text, punct: word.text })),
    file: (words) => ({ retval: { status: true, words } }),
  },
  'podcasting-json': {
    item: ({ text, start, end }) => [
      { speaker: 'Ada', startTime: start, endTime: end, body: text },
    ],
    file: (segments) => ({ version: '1.0.0', segments }),
  },
  'rev-ai': {
    item: ({ words }) => [
      {
        speaker: 0,
        elements: words.flatMap(({ text, start, end }) => [
          { type: 'text', value: text, ts: start, end_ts: end, confidence: 0.9 },
          { type: 'punct', value: ' ' },
        ]),
      },
    ],
    file: (monologues) => ({ monologues }),
  },
  speechmatics: {
    item: ({ words }) =>
      words.map(({ text, start, end }) => ({
        type: 'word',
        start_time: start,
        end_time: end,
        alternatives: [{ content: text, confidence: 0.9, language: 'en', speaker: 'S1' }],
      })),
    file: (results) => ({ format: '2.7', metadata: {}, results }),
  },
  watson: {
    item: ({ text, words }) => [
      {
        final: true,
        alternatives: [
          {
            transcript: `${text} `,
            confidence: 0.9,
            timestamps: words.map((word) => [word.text, word.start, word.end]),
          },
        ],
      },
    ],
    file: (results) => ({ result_index: 0, results }),
  },
  'youtube-json3': {
    item: ({ start, end, words }) => [
      {
        tStartMs: ms(start),
        dDurationMs: ms(end - start),
        segs: words.map((word, at) => ({
          utf8: at === 0 ? word.text : ` ${word.text}`,
          ...(at === 0 ? {} : { tOffsetMs: ms(word.start - start) }),
        })),
      },
    ],
    file: (events) => ({ wireMagic: 'pb3', events }),
  },
  'web-annotation': {
    item: ({ text, start, end }) => [
      {
        type: 'Annotation',
        motivation: 'transcribing',
        body: { type: 'TextualBody', value: text, format: 'text/plain' },
        target: {
          source: 'https://example.org/a.mp3',
          selector: { type: 'RangeSelector', startTime: start, endTime: end },
        },
      },
    ],
    file: (items) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items,
    }),
  },
  'aeneas-json': {
    item: ({ number, text, start, end }) => [
      {
        begin: start.toFixed(3),
        end: end.toFixed(3),
        children: [],
        id: `f${number}`,
        language: 'eng',
        lines: [text],
      },
    ],
    file: (fragments) => ({ fragments }),
  },
}

const timesOf = ({ start, end }) => ({ start, end })

export const jsonFormats = Object.keys(shapes)

/** How many items a file of a format has at least, also before it is cut off. */
export const leastItems = (format) => shapes[format].least ?? 2

const timeKey =
  /start|end|begin|offset|time|duration|(?:^|_)ts$|confidence|probability|^from$|^to$/i
const junk = [null, -1, 'x', '', 'NaN', '99:99', 1e12, true, {}, []]

/** @typedef {{ holder: object, key: string | number, isTime: boolean }} Place a value inside an item */

/** The places of all values inside a value, however deep; lists and objects, too. */
function placesIn(value, isTime = false) {
  if (value === null || typeof value !== 'object') return []
  return Object.keys(value).flatMap((key) => {
    // Watson's `timestamps` hold the words.
    const place = {
      holder: value,
      key,
      isTime: isTime || (timeKey.test(key) && key !== 'timestamps'),
    }
    return [place, ...placesIn(value[key], place.isTime)]
  })
}

/**
 * Damages a value inside the item, and says what must become of its words: after a time, they must be `shown`; after
 * another value, shown or `reported` in a problem; if a word is not in the file any more, they may be `lost`.
 */
function damage(values, words, random) {
  const places = placesIn(values)
  const times = places.filter(({ isTime }) => isTime)
  const isTime = times.length > 0 && random.below(2) === 0
  const { holder, key } = random.pick(isTime ? times : places)
  const before = holder[key]
  if (random.below(4) === 0 && !Array.isArray(holder)) delete holder[key]
  else holder[key] = random.pick(junk)
  // Another text in place of a word, or of the blank between two, is what the file says.
  const isSpoken =
    typeof before === 'string' &&
    (before.trim() === '' || words.some(({ text }) => before.includes(text)))
  const isOtherText = isSpoken && String(holder[key] ?? '').trim() !== ''
  const written = JSON.stringify(values)
  const isInFile = words.every(({ text }) => written.includes(text))
  if (!isInFile || (isOtherText && !isTime)) return 'lost'
  return isTime ? 'shown' : 'reported'
}

/**
 * @param {string} format one of `jsonFormats`
 * @param {readonly Item[]} items
 * @returns {{ text: string, how: string, whole: readonly Item[] }} `whole`: the items whose words must be shown, or
 *   reported where `isReported`
 */
export function writeJson(format, items, random) {
  const { item, file, isWhole = false } = shapes[format]
  const lists = items.map(item)
  const damaged = random.below(2) === 0 ? 1 + random.below(items.length - 1) : null
  const fate = damaged === null ? 'shown' : damage(lists[damaged], items[damaged].words, random)
  const all = items.map(({ text }) => text).join(' ')
  const text = JSON.stringify(file(lists.flat(), all))
  const whole = items.flatMap((each, at) => {
    if (at !== damaged) return [each]
    return fate === 'lost' ? [] : [{ ...each, isReported: fate === 'reported' }]
  })
  const how = damaged === null ? 'whole' : `item ${damaged + 1} damaged`
  if (isWhole || random.below(3) > 0) return { text, how, whole }
  const ends = lists.map((list) => endOf(list, text))
  const least = ends[(shapes[format].least ?? 1) - 1]
  const cut = least + random.below(text.length - least + 1)
  return {
    text: text.slice(0, cut),
    how: `${how}, cut off`,
    whole: whole.filter(({ number }) => ends[number - 1] <= cut),
  }
}

/** The offset after the values in the file's text. */
function endOf(values, text) {
  const written = JSON.stringify(values).slice(1, -1)
  return text.lastIndexOf(written) + written.length
}
