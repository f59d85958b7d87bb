/*
 * The shapes of JSON that is a list of texts with times (src/formats/readers/json-lists/), of columns, of HTML in JSON, and
 * of kinds that no reader knows. See generate-json.mjs.
 */

const thousandth = 1000

/** A list of segments: the keys of text, start and end, how many of its unit a second has, and what else an item has. */
const segments = ({ text, start, end, duration, unit = 1, more = {}, file }) => ({
  item: (item) => [
    {
      ...more,
      [start]: Math.round(item.start * unit * thousandth) / thousandth,
      ...(end === undefined
        ? {}
        : { [end]: Math.round(item.end * unit * thousandth) / thousandth }),
      ...(duration === undefined
        ? {}
        : { [duration]: Math.round((item.end - item.start) * unit * thousandth) / thousandth }),
      [text]: item.text,
    },
  ],
  file,
})

/** A list of words, with the same keys. */
const words = (keys) => ({
  item: (item) => item.words.flatMap((word) => segments(keys).item(word)),
  file: keys.file,
})

/** A list of segments that consist of words. */
const segmentsOfWords = ({ at, more = {}, file, ...keys }) => ({
  item: (item) => [{ ...more, [at]: item.words.flatMap((word) => segments(keys).item(word)) }],
  file,
})

export const listShapes = {
  'elevenlabs-scribe': words({
    text: 'text',
    start: 'start',
    end: 'end',
    more: { type: 'word', speaker_id: 'speaker_0' },
    file: (list, text) => ({ language_code: 'eng', text, words: list }),
  }),
  'azure-realtime': segments({
    text: 'DisplayText',
    start: 'Offset',
    duration: 'Duration',
    unit: 1e7,
    file: (list) => list,
  }),
  soniox: {
    // a blank on both sides, so that another text in place of one joins no two items
    item: ({ words: spoken }) =>
      spoken.flatMap(({ text, start, end }) =>
        [' ', text, ' '].map((token) => ({
          text: token,
          start_ms: Math.round(start * 1000),
          end_ms: Math.round(end * 1000),
          confidence: 0.9,
        })),
      ),
    file: (tokens) => ({ tokens }),
  },
  gladia: segments({
    text: 'text',
    start: 'start',
    end: 'end',
    more: { channel: 0, language: 'en' },
    file: (utterances) => ({ result: { transcription: { utterances } } }),
  }),
  clova: segments({
    text: 'text',
    start: 'start',
    end: 'end',
    unit: 1000,
    more: { diarization: { label: '1' } },
    file: (list) => ({ result: 'COMPLETED', segments: list }),
  }),
  fireflies: segments({
    text: 'raw_text',
    start: 'start_time',
    end: 'end_time',
    more: { speaker_name: 'Ada' },
    file: (sentences) => ({ data: { transcript: { sentences } } }),
  }),
  'otter-json': segments({
    text: 'transcript',
    start: 'start_offset',
    end: 'end_offset',
    unit: 16_000,
    more: { speaker_name: 'Ada' },
    file: (transcripts) => ({ speech: { transcripts } }),
  }),
  gong: segments({
    text: 'text',
    start: 'start',
    end: 'end',
    unit: 1000,
    file: (sentences) => ({ transcript: [{ speakerId: 'a', sentences }] }),
  }),
  'tldv-json': segments({
    text: 'text',
    start: 'startTime',
    end: 'endTime',
    more: { speaker: 'Ada' },
    file: (data) => ({ meetingId: 'a', data }),
  }),
  'recall-ai': segmentsOfWords({
    at: 'words',
    text: 'text',
    start: 'start_timestamp',
    end: 'end_timestamp',
    more: { speaker: 'Ada' },
    file: (list) => list,
  }),
  vosk: segmentsOfWords({
    at: 'result',
    text: 'word',
    start: 'start',
    end: 'end',
    file: (list) => list,
  }),
  happyscribe: segmentsOfWords({
    at: 'words',
    text: 'text',
    start: 'data_start',
    end: 'data_end',
    more: { speaker: 'Ada' },
    file: (list) => list,
  }),
  premiere: segmentsOfWords({
    at: 'words',
    text: 'text',
    start: 'start',
    duration: 'duration',
    file: (list) => ({ language: 'en-us', segments: list }),
  }),
  parakeet: segments({
    text: 'text',
    start: 'start',
    end: 'end',
    duration: 'duration',
    file: (sentences, text) => ({ text, sentences }),
  }),
  nemo: segments({
    text: 'segment',
    start: 'start',
    end: 'end',
    file: (segment) => ({ timestamp: { segment } }),
  }),
  funasr: segments({
    text: 'text',
    start: 'start',
    end: 'end',
    unit: 1000,
    more: { spk: 0 },
    file: (list, text) => ({ key: 'a', text, sentence_info: list }),
  }),
  't0-t1-json': segments({
    text: 'text',
    start: 't0',
    end: 't1',
    unit: 100,
    file: (list) => ({ segments: list }),
  }),
  sonix: segments({
    text: 'text',
    start: 'start_time',
    end: 'end_time',
    file: (transcript) => ({ name: 'a', transcript }),
  }),
  trint: words({
    text: 'value',
    start: 'time',
    duration: 'duration',
    unit: 1000,
    more: { paragraphId: 'a' },
    file: (list) => ({ words: list }),
  }),
  vibe: segments({ text: 'text', start: 'start', end: 'stop', unit: 100, file: (list) => list }),
  'podlove-json': segments({
    text: 'text',
    start: 'start_ms',
    end: 'end_ms',
    unit: 1000,
    more: { voice: 'Ada' },
    file: (list) => ({ transcripts: list }),
  }),
  ted: segments({
    text: 'text',
    start: 'time',
    unit: 1000,
    file: (cues) => ({ paragraphs: [{ cues }] }),
  }),
  bilibili: segments({ text: 'content', start: 'from', end: 'to', file: (body) => ({ body }) }),
  oyez: segments({
    text: 'text',
    start: 'start',
    end: 'stop',
    file: (blocks) => ({ transcript: { sections: [{ turns: [{ text_blocks: blocks }] }] } }),
  }),
  aapb: segments({
    text: 'text',
    start: 'start_time',
    end: 'end_time',
    file: (parts) => ({ id: 'a', language: 'en-US', parts }),
  }),
  'edx-sjson': {
    ...segments({
      text: 'text',
      start: 'start',
      end: 'end',
      unit: 1000,
      file: (list) => ({
        start: list.map((item) => item?.start),
        end: list.map((item) => item?.end),
        text: list.map((item) => item?.text),
      }),
    }),
    isWhole: true,
  },
  otranscribe: {
    ...segments({
      text: 'text',
      start: 'start',
      file: (list) => ({ text: list.map(paragraph).join(''), media: '', 'media-time': 0 }),
    }),
    isWhole: true,
  },
  'unknown-json': {
    ...segments({
      text: 'said',
      start: 'at_ms',
      end: 'until_ms',
      unit: 1000,
      more: { who: { display: 'Ada' } },
      file: (items) => ({ meeting: { items } }),
    }),
    // a guess needs evidence
    least: 5,
  },
}

function paragraph(item) {
  const stamp = item?.start === undefined ? '' : ` data-timestamp="${String(item.start)}"`
  return `<p><span class="timestamp"${stamp}>0:01</span>${item?.text ?? ''}</p>`
}
