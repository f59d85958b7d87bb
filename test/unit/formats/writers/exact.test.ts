import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript, type WriteOptions } from '#formats/write-transcript.ts'
import type { Segment, SpeakerId, Transcript } from '#transcript/transcript.ts'

const ada = 'speaker-1' as SpeakerId
const tom = 'speaker-2' as SpeakerId

const segment = (more: Partial<Segment>): Segment => ({
  start: 0,
  end: 1,
  speaker: null,
  kind: 'speech',
  text: '',
  words: [],
  ...more,
})

const tea: Transcript = {
  title: 'Tea & talk',
  language: 'en',
  timing: 'word',
  speakers: [
    { id: ada, name: 'Ada Lovelace' },
    { id: tom, name: 'Tom <T>' },
  ],
  chapters: [{ start: 3, title: 'Toast' }],
  segments: [
    segment({
      start: 1,
      end: 2.5,
      speaker: ada,
      text: 'Tea & <toast>?',
      words: [
        { from: 0, to: 3, start: 1, end: 1.25, confidence: 0.9 },
        { from: 6, to: 14, start: 1.5, end: 2.25, confidence: 0.8 },
      ],
    }),
    segment({ start: 3, end: 4.0004, speaker: tom, text: '=1 --> 2\nplease', language: 'fr' }),
    segment({ start: 3662, end: 3663, text: '[door "slams"]', kind: 'sound' }),
  ],
}

async function textOf(format: string, options: WriteOptions = {}, transcript = tea) {
  const { text } = await writeTranscript(transcript, format, options)
  return text
}

test('WebVTT has voices, languages and word times, and ends words where a pause follows', async () => {
  expect(await textOf('webvtt')).toBe(`WEBVTT

00:00:01.000 --> 00:00:02.500
<v Ada Lovelace>Tea &amp;<00:00:01.250> <00:00:01.500>&lt;toast&gt;?<00:00:02.250>${' '}

00:00:03.000 --> 00:00:04.000
<v Tom &lt;T&gt;><lang fr>=1 --&gt; 2
please</lang>

01:01:02.000 --> 01:01:03.000
[door "slams"]

NOTE
Kind: captions
Language: en
Title: Tea & talk
`)
})

test('SubRip has names before the text', async () => {
  expect(await textOf('subrip')).toBe(`1
00:00:01,000 --> 00:00:02,500
Ada Lovelace: Tea & <toast>?

2
00:00:03,000 --> 00:00:04,000
Tom <T>: =1 --> 2
please

3
01:01:02,000 --> 01:01:03,000
[door "slams"]
`)
})

test('SubRip writes what would be tags or times by references', async () => {
  const segments = [
    segment({ text: 'a <b>bold</b> & {\\an8} \\N word' }),
    segment({ start: 1, end: 2, text: 'Look:\n00:00:01,000 --> 00:00:02,000' }),
  ]
  expect(await textOf('subrip', {}, { ...tea, speakers: [], segments })).toBe(`1
00:00:00,000 --> 00:00:01,000
a &lt;b&#62;bold&lt;/b&#62; &amp; &#123;&#92;an8} &#92;N word

2
00:00:01,000 --> 00:00:02,000
Look:
00:00:01,000 --&#62; 00:00:02,000
`)
})

test('plain text is paragraphs with whole seconds', async () => {
  expect(await textOf('plain-text')).toBe(`[0:00:01] Ada Lovelace: Tea & <toast>?

[0:00:03] Tom <T>: =1 --> 2 please

[1:01:02] [door "slams"]
`)
  expect(await textOf('plain-text', { times: false, speakers: false })).toBe(`Tea & <toast>?

=1 --> 2 please

[door "slams"]
`)
})

test('Markdown has headings for title and chapters, and escapes its own signs', async () => {
  expect(await textOf('markdown')).toBe(`# Tea & talk

**Ada Lovelace** [0:00:01] Tea & &lt;toast>?

## [0:00:03] Toast

[0:00:03] **Tom &lt;T>:** =1 --> 2 please

[1:01:02] \\[door "slams"\\]
`)
  const segments = [
    '# 1',
    '- a',
    '1. b',
    '*c* _d_ `e` [f](g) \\',
    '===',
    'AT&T',
    '&amp; & 2 < 3',
  ].map((text) => segment({ start: null, end: null, text }))
  expect(await textOf('markdown', {}, { timing: 'none', speakers: [], chapters: [], segments }))
    .toBe(`\\# 1

\\- a

1\\. b

\\*c\\* \\_d\\_ \\\`e\\\` \\[f\\]\\(g) \\\\

\\===

AT&T

&amp;amp; &amp; 2 &lt; 3
`)
})

test('Whisper JSON has all the text in its words, each with the blank before it', async () => {
  expect(JSON.parse((await textOf('whisper-json'))!)).toEqual({
    text: 'Tea & <toast>? =1 --> 2\nplease [door "slams"]',
    language: 'en',
    segments: [
      {
        id: 0,
        start: 1,
        end: 2.5,
        text: 'Tea & <toast>?',
        speaker: 'Ada Lovelace',
        words: [
          { word: 'Tea &', start: 1, end: 1.25, probability: 0.9 },
          { word: ' <toast>?', start: 1.5, end: 2.25, probability: 0.8 },
        ],
      },
      {
        id: 1,
        start: 3,
        end: 4.0004,
        text: '=1 --> 2\nplease',
        speaker: 'Tom <T>',
        language: 'fr',
      },
      { id: 2, start: 3662, end: 3663, text: '[door "slams"]' },
    ],
  })
})

test('Whisper JSON hides no unheard word in a timed one: each has its own place, without a time', async () => {
  const said = '“Hello there. This is a small test,” she said.'
  const heard = (word: string, start: number, end: number) => {
    const from = said.indexOf(word)
    return { from, to: from + word.length, start, end }
  }
  const words = [
    { ...heard('Hello', 0.5, 0.9), confidence: 0.9 },
    heard('small', 1, 1.4),
    heard('said', 1.5, 2),
  ]
  const segments = [segment({ start: 0.5, end: 2, text: said, words })]
  const { text, problems } = await writeTranscript(
    { ...tea, chapters: [], segments },
    'whisper-json',
    {
      fileName: 'a.mp3',
    },
  )
  expect(JSON.parse(text!).segments[0].words).toEqual([
    { word: '“Hello', start: 0.5, end: 0.9, probability: 0.9 },
    { word: ' there.', start: null, end: null },
    { word: ' This', start: null, end: null },
    { word: ' is', start: null, end: null },
    { word: ' a', start: null, end: null },
    { word: ' small', start: 1, end: 1.4 },
    { word: ' test,”', start: null, end: null },
    { word: ' she', start: null, end: null },
    { word: ' said.', start: 1.5, end: 2 },
  ])
  expect(problems.map(({ code }) => code)).toEqual(['title-not-kept'])
  const reading = await readTranscript(new TextEncoder().encode(text), { fileName: 'a.json' })
  expect(reading.transcript?.segments[0]?.words.map(({ estimated }) => estimated)).toEqual(
    Array(3).fill(undefined),
  )
})

test('Podcasting 2.0 JSON has a segment a word, and the speaker where it changes', async () => {
  expect(JSON.parse((await textOf('podcasting-json'))!)).toEqual({
    version: '1.0.0',
    title: 'Tea & talk',
    language: 'en',
    chapters: [{ startTime: 3, title: 'Toast' }],
    segments: [
      { speaker: 'Ada Lovelace', startTime: 1, endTime: 1.25, body: 'Tea &' },
      { startTime: 1.5, endTime: 2.25, body: '<toast>?' },
      { speaker: 'Tom <T>', startTime: 3, endTime: 4.0004, body: '=1 --> 2\nplease' },
      { speaker: '', startTime: 3662, endTime: 3663, body: '[door "slams"]' },
    ],
  })
})

test('JSON has a segment a line', async () => {
  const segments = [segment({ text: 'One' }), segment({ start: 1, end: 2, text: 'Two' })]
  const transcript: Transcript = { timing: 'segment', speakers: [], chapters: [], segments }
  expect(await textOf('podcasting-json', {}, transcript)).toBe(`{"version":"1.0.0","segments":[
{"startTime":0,"endTime":1,"body":"One"},
{"startTime":1,"endTime":2,"body":"Two"}
]}
`)
})

test('CSV quotes cells, and nothing in it is a formula', async () => {
  expect(await textOf('csv')).toBe(
    [
      'start,end,speaker,text',
      '1.000,2.500,Ada Lovelace,Tea & <toast>?',
      `3.000,4.000,Tom <T>,"'=1 --> 2\nplease"`,
      '3662.000,3663.000,,"[door ""slams""]"',
      '',
    ].join('\r\n'),
  )
  const texts = ['+1', '-1', '@a', "'=x", "'tis", 'a,b']
  const segments = texts.map((text) => segment({ start: null, end: null, text }))
  const options = { times: false, speakers: false }
  expect(await textOf('csv', options, { ...tea, speakers: [], segments })).toBe(
    ['text', "'+1", "'-1", "'@a", "''=x", "'tis", '"a,b"', ''].join('\r\n'),
  )
})

test('TTML has agents, and words as in Apple’s files: spans whose times count from the start of the recording', async () => {
  expect(await textOf('ttml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:itunes="http://music.apple.com/lyric-ttml-internal" xmlns:podcasts="http://podcasts.apple.com/transcript-ttml-internal" itunes:timing="Word" xml:lang="en" xml:space="preserve">
  <head>
    <metadata>
      <ttm:title>Tea &amp; talk</ttm:title>
      <ttm:agent xml:id="v1" type="person"><ttm:name type="full">Ada Lovelace</ttm:name></ttm:agent>
      <ttm:agent xml:id="v2" type="person"><ttm:name type="full">Tom &lt;T&gt;</ttm:name></ttm:agent>
    </metadata>
  </head>
  <body>
    <div>
      <p begin="00:00:01.000" end="00:00:02.500" itunes:key="L1" ttm:agent="v1"><span begin="00:00:01.000" end="00:00:01.250" podcasts:unit="word">Tea &amp;</span> <span begin="00:00:01.500" end="00:00:02.250" podcasts:unit="word">&lt;toast&gt;?</span> </p>
      <p begin="00:00:03.000" end="00:00:04.000" itunes:key="L2" ttm:agent="v2" xml:lang="fr">=1 --&gt; 2<br/>please</p>
      <p begin="01:01:02.000" end="01:01:03.000" itunes:key="L3">[door &quot;slams&quot;]</p>
    </div>
  </body>
</tt>
`)
})

test('the words of TTML are read at their times, also where they could count from their paragraph', async () => {
  const words = [{ from: 0, to: 3, start: 12, end: 13 }]
  const segments = [segment({ start: 10, end: 100, text: 'Tea', words })]
  const text = await textOf('ttml', {}, { ...tea, segments })
  const { transcript } = await readTranscript(new TextEncoder().encode(text))
  expect(transcript!.segments).toMatchObject([{ start: 10, end: 100, text: 'Tea', words }])
  const untimed = await textOf('ttml', { words: false }, { ...tea, segments })
  expect(untimed).not.toContain('itunes')
})

test('TextGrid has two tiers a speaker, without a gap', async () => {
  const segments = [segment({ start: 1, end: 2, speaker: ada, text: 'Say "tea"' })]
  expect(await textOf('textgrid', {}, { ...tea, segments })).toBe(`File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2
tiers? <exists>
size = 1
item []:
    item [1]:
        class = "IntervalTier"
        name = "Ada Lovelace - utterances"
        xmin = 0
        xmax = 2
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1
            text = ""
        intervals [2]:
            xmin = 1
            xmax = 2
            text = "Say ""tea"""
`)
})

test('what one speaker says at once is on further tiers of a TextGrid', async () => {
  const overlapping = [
    segment({ start: 1, end: 3, speaker: ada, text: 'One' }),
    segment({ start: 2, end: 4, speaker: ada, text: 'Two' }),
    segment({ start: 3, end: 5, speaker: ada, text: 'Three' }),
  ]
  const text = await textOf('textgrid', {}, { ...tea, segments: overlapping })
  expect(text!.match(/name = .*|text = "[A-Z].*/g)).toEqual([
    'name = "Ada Lovelace - utterances"',
    'text = "One"',
    'text = "Three"',
    'name = "Ada Lovelace - utterances"',
    'text = "Two"',
  ])
})

test('SBV has names before the text', async () => {
  expect(await textOf('sbv')).toBe(`0:00:01.000,0:00:02.500
Ada Lovelace: Tea & <toast>?

0:00:03.000,0:00:04.000
Tom <T>: =1 --> 2
please

1:01:02.000,1:01:03.000
[door "slams"]
`)
})

test('LRC has hundredths, word times, and an empty stamp where a pause follows', async () => {
  expect(await textOf('lrc')).toBe(`[ti:Tea & talk]
[la:en]
[00:01.00]<00:01.00>Ada Lovelace: Tea &<00:01.25> <00:01.50><toast>?<00:02.25>
[00:02.50]
[00:03.00]Tom <T>: =1 --> 2 please
[00:04.00]
[61:02.00][door "slams"]
[61:03.00]
`)
})

test('DOCX is seven parts, the same bytes each time of a day', async () => {
  const { bytes, mimeType } = await writeTranscript(tea, 'docx')
  const again = await writeTranscript(tea, 'docx')
  expect(again.bytes).toEqual(bytes)
  expect(mimeType).toContain('wordprocessingml')
  const parts = unzipSync(bytes!)
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'docProps/app.xml',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    'word/document.xml',
  ])
  const about = strFromU8(parts['docProps/core.xml']!)
  expect(about).toContain('<dc:title>Tea &amp; talk</dc:title>')
  expect(about).toMatch(/<dcterms:created [^>]*>\d{4}-\d\d-\d\dT00:00:00Z</)
  expect(strFromU8(parts['word/styles.xml']!)).toContain('<w:lang w:val="en"')
  const document = strFromU8(parts['word/document.xml']!)
  expect(document.match(/<w:t xml:space="preserve">[^<]*/g)!.map((run) => run.slice(26))).toEqual([
    'Tea &amp; talk',
    '[0:00:01] ',
    'Ada Lovelace:',
    ' Tea &amp; &lt;toast&gt;?',
    '[0:00:03] Toast',
    '[0:00:03] ',
    'Tom &lt;T&gt;:',
    ' =1 --&gt; 2 please',
    '[1:01:02] ',
    '[door &quot;slams&quot;]',
  ])
})

test('language and title of written WebVTT are read back from its last comment', async () => {
  const bytes = new TextEncoder().encode(await textOf('webvtt'))
  const { transcript, problems } = await readTranscript(bytes, { fileName: 'Chapter 3.vtt' })
  expect(transcript).toMatchObject({ language: 'en', title: 'Tea & talk', chapters: [] })
  expect(transcript!.segments).toHaveLength(3)
  expect(problems).toEqual([])
})
