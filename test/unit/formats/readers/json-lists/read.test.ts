import { expect, test } from 'vitest'
import { bytesOf, readFixture, readText, segmentsOf } from '../../fixtures.ts'

/** Segments as `1-2.1 Ada: We walked home.`, a sound in front of its text. */
async function linesOf(path: string): Promise<string[]> {
  const segments = await segmentsOf(path)
  return segments.map(({ start, end, kind, speaker, text }) =>
    [`${start}-${end}`, kind === 'sound' ? 'sound' : '', speaker ? `${speaker}:` : '', text]
      .filter((part) => part !== '')
      .join(' '),
  )
}

async function wordsOf(path: string): Promise<string> {
  const segments = await segmentsOf(path)
  return segments
    .flatMap(({ spoken }) => spoken.map(({ text, start, end }) => `${text} ${start}-${end}`))
    .join(', ')
}

const walk = ['1-2.1 We walked home.', '3-3.9 It rained.']
const named = (first: string, second: string) => [
  `1-2.1 ${first}: We walked home.`,
  `3-3.9 ${second}: It rained.`,
]

const lines: Readonly<Record<string, readonly string[]>> = {
  'aapb/seconds-as-strings.json': named('Ada', 'Bob'),
  'aws-streaming/a-result-a-line.json': named('Speaker 0', 'Speaker 1'),
  'azure-realtime/detailed-results.json': walk,
  'azure-video-indexer/insights.json': named('Ada', 'Speaker #2'),
  'bilibili/chinese.json': ['1-2.1 我们走回家', '3-3.9 下雨了'],
  'cloudflare-whisper/in-a-result.json': walk,
  'clova/words-as-lists.json': named('Ada', 'B'),
  'elevenlabs-scribe/channels.json': [
    '0.5-0.8 speaker_0: Hi.',
    '1.5-1.7 speaker_1: Yo.',
    '3-3.4 speaker_0: Bye.',
  ],
  'elevenlabs-scribe/sound-between-speakers.json': [
    '0.1-0.9 speaker_0: Good morning.',
    '1.2-2 sound (laughs)',
    '2.4-3.2 speaker_1: You’re late.',
  ],
  'elevenlabs-scribe/words-and-laughter.json': [
    ...named('speaker_0', 'speaker_1'),
    '4.2-5 sound (laughter)',
  ],
  'edx-sjson/columns.sjson': walk,
  'edx-sjson/html-and-no-text.sjson': ['1-2.1 We & they walked.'],
  'fireflies/clock-times.json': ['1-2 Ada: We walked home.', '3-4 Bob: It rained.'],
  'fireflies/graphql-answer.json': named('Ada Park', 'Bob Lee'),
  'funasr/sentences.json': ['1-2.1 Speaker 0: 我们走回家。', '3-3.9 Speaker 1: 下雨了。'],
  'gladia/first-version.json': ['1-2.1 Speaker 0: We walked.'],
  'gladia/live-messages.jsonl': walk,
  'gladia/pre-recorded.json': named('Speaker 0', 'Speaker 1'),
  'gladia/words-without-first-blank.json': [
    '0.2-1.3 Speaker 0: Shall we begin?',
    '2.1-2.9 Speaker 1: Please do.',
  ],
  'gong/call-transcripts.json': named('Speaker 1', 'Speaker 2'),
  'happyscribe/text-space-punct.json': ['1-1.6 Ada: We walked.', '3-3.9 Bob: Rained'],
  'macwhisper/session.whisper': ['1-2.1 We walked home.'],
  'nemo/segments-that-disagree-with-words.json': [
    '0.24-1.92 the owl sleeps at noon.',
    '2.4-3.44 nobody wakes it.',
  ],
  'otter-json/offsets-in-samples.json': [
    '1-2.1 Ada Park: We walked home.',
    '3-3.9 Speaker 2: It rained.',
  ],
  'oyez/turns-of-text-blocks.json': named('Ada Park', 'Bob Lee'),
  'parakeet/parts-of-words.json': ['0.24-1.92 Its umbrella is wet.', '2.4-3.2 Shake it out.'],
  'parakeet/sentences-of-tokens.json': walk,
  'parakeet/words-called-w.json': ['0.32-1.52 Late in the evening.'],
  'podlove-json/voices.json': named('Ada', 'Bob'),
  'premiere/disfluency.json': ['1-3.1 Mira: We met um, twice.', '3.5-4.1 Speaker 2: Twice?'],
  'premiere/text-panel.prtranscript': named('Ada', 'Bob'),
  'recall-ai/participants.json': named('Ada Park', 'Bob'),
  'soniox/parts-of-words.json': [
    '0.12-1.14 Speaker 1: Beautiful weather today.',
    '1.98-2.4 Speaker 2: Indeed.',
  ],
  'soniox/stream.jsonl': ['1-1.6 We walked'],
  'soniox/tokens.json': named('Speaker 1', 'Speaker 2'),
  'sonix/words-in-some-segments.json': named('Ada', 'Bob'),
  't0-t1-json/milliseconds.json': [
    '0-4.1 Speaker 0: Let me tell you how it began.',
    '4.3-6.9 Speaker 1: From the very start, please.',
  ],
  'ted/paragraphs-of-cues.json': ['1-3 We walked home.', '3-6 It rained.', '6-6.48 The end.'],
  'tldv-json/seconds.json': named('Ada Park', 'Bob Lee'),
  'trint/paragraph-ids.json': ['1-2.1 Ada: We walked home.', '3-3.9 It rained.'],
  'vibe/hundredths.json': named('1', '2'),
  'vosk/partial-results.json': ['1-1.2 we'],
  'vosk/objects-without-commas.json': ['1-1.6 we walked', '3-3.9 rained'],
}

test.each(Object.keys(lines))('%s has these segments', async (path) => {
  expect(await linesOf(path)).toEqual(lines[path])
})

const fiveWords = 'We 1-1.2, walked 1.25-1.6, home. 1.6-2.1, It 3-3.15, rained. 3.2-3.9'

const words: Readonly<Record<string, string>> = {
  'aws-streaming/a-result-a-line.json': fiveWords,
  'azure-realtime/detailed-results.json': 'We 1-1.2, walked 1.25-1.6, home 1.6-2.1',
  'clova/words-as-lists.json': fiveWords,
  'cloudflare-whisper/in-a-result.json': fiveWords,
  'elevenlabs-scribe/words-and-laughter.json': `${fiveWords}, (laughter) 4.2-5`,
  'gladia/pre-recorded.json': fiveWords,
  'nemo/segments-that-disagree-with-words.json':
    'the 0.24-0.4, owl 0.4-0.72, sleeps 0.72-1.2, at 1.2-1.36, noon. 1.36-1.92, nobody 2.4-2.88, wakes 2.88-3.2, it. 3.2-3.44',
  'parakeet/parts-of-words.json':
    'Its 0.24-0.48, umbrella 0.56-1.36, is 1.44-1.54, wet. 1.56-1.92, Shake 2.4-2.7, it 2.7-2.8, out. 2.8-3.2',
  'parakeet/sentences-of-tokens.json': fiveWords,
  'premiere/text-panel.prtranscript': fiveWords,
  'recall-ai/participants.json': fiveWords,
  'soniox/parts-of-words.json':
    'Beautiful 0.12-0.42, weather 0.42-0.78, today. 0.78-1.14, Indeed. 1.98-2.4',
  'soniox/tokens.json': fiveWords,
  'trint/paragraph-ids.json': fiveWords,
  'vosk/objects-without-commas.json': 'we 1-1.2, walked 1.25-1.6, rained 3-3.9',
}

test.each(Object.keys(words))('%s has these words', async (path) => {
  expect(await wordsOf(path)).toBe(words[path])
})

test.each(Object.keys(lines).filter((path) => !/^ted\/|html-and-no-text/.test(path)))(
  'nothing is to be said about %s',
  async (path) => {
    const { problems } = await readFixture(path)
    expect(problems).toEqual([])
  },
)

test('frames without a length are read as frames of 80 ms, and a problem says so', async () => {
  expect(await linesOf('nemo/only-frames.json')).toEqual(['0.24-0.72 the owl'])
  const { problems } = await readFixture('nemo/only-frames.json')
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['time-unit-guessed', 'warning'],
  ])
})

test('cues without an end last until the next one, and a note says so', async () => {
  const { problems } = await readFixture('ted/paragraphs-of-cues.json')
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

/** Changes every value of a document. */
function change(value: unknown, each: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => change(element, each))
  if (typeof value !== 'object' || value === null) return each(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, each)]))
}

const asStrings = (value: unknown) => (typeof value === 'number' ? String(value) : value)
const plain = Object.keys(lines).filter(
  (path) => /\.(?:json|prtranscript)$/.test(path) && !/^(?:vosk|aws-streaming|edx)/.test(path),
)

test.each(plain)(
  '%s is read the same inside another object, with numbers as strings',
  async (path) => {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytesOf(path)))
    const changed = { status: 'ok', data: change(document, asStrings) }
    const { transcript, format } = await readText(JSON.stringify(changed))
    expect(format).toBe(path.split('/')[0])
    expect(transcript?.segments.map(({ start, end, text }) => `${start}-${end} ${text}`)).toEqual(
      lines[path]!.map((line) => line.replace(/^(\S+) (?:sound |.*: )?/, '$1 ')),
    )
  },
)

test('times that are impossible in the usual unit are read in one that is possible, with a warning', async () => {
  const { transcript, problems } = await readText(
    '{"segments":[{"start":1.0,"stop":2.1,"text":"We walked home."},{"start":3.0,"stop":3.9,"text":"It rained."}]}',
  )
  expect(transcript?.segments.map(({ start, end }) => [start, end])).toEqual([
    [1, 2.1],
    [3, 3.9],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['time-unit-unexpected'])
})

test('control tokens of a model are never text', async () => {
  expect(await linesOf('whisper-json/whisperkit-special-tokens.json')).toEqual([
    '1-2.1 We walked home.',
  ])
  expect(await linesOf('whisper-json/whisperkit-list.json')).toEqual(['1-2.1 We walked home.'])
})

test('speaker ids of Voxtral are speakers', async () => {
  expect(await linesOf('whisper-json/voxtral-speaker-ids.json')).toEqual(
    named('speaker_1', 'speaker_2'),
  )
})

test('a word without length is marked, and moves no other', async () => {
  const path = 'google-stt/zero-length-word.json'
  expect(await wordsOf(path)).toBe(
    'there 12.9-13.3, was 13.3-13.5, a 13.5-13.5, day 13.5-13.7, about 13.7-14.1, ten 14.1-14.4',
  )
  const [segment] = await segmentsOf(path)
  expect(segment!.words.map(({ estimated = false }) => estimated)).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ])
  expect((await readFixture(path)).problems).toEqual([])
})

test('times of FunASR that do not fit the words are counted', async () => {
  const { problems } = await readText(
    JSON.stringify([
      {
        text: 'We walked home.',
        sentence_info: [
          {
            text: 'We walked home.',
            start: 1000,
            end: 2100,
            spk: 0,
            timestamp: [
              [1000, 1200],
              [1200, 1600],
            ],
          },
        ],
      },
    ]),
  )
  expect(problems.map(({ message }) => message)).toContain(
    '2 timed words could not be found in the text and are not highlighted.',
  )
})

test('faults of words in paragraphs are counted once', async () => {
  const word = (value: string, time: number) => ({ value, time, duration: 300, paragraphId: 'p1' })
  const { problems } = await readText(
    JSON.stringify({ words: [word('We', 1000), word('walked', 1400), word('home.', -5)] }),
  )
  expect(problems.find(({ code }) => code === 'time-dropped')?.message).toMatch(/^1 time /)
})

test('a list that many programs write is likely, not certain', async () => {
  const { jsonLists } = await import('#formats/readers/json-lists/index.ts')
  const common = jsonLists.find(({ id }) => id === 't0-t1-json')!
  const value = { segments: [{ t0: 0, t1: 100, text: 'We walked.' }] }
  const head = { json: () => ({ value, problems: [] }) } as unknown as Parameters<
    typeof common.detect
  >[0]
  expect(common.detect(head)).toBe('likely')
})
