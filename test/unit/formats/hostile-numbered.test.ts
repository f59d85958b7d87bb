import { describe, expect, test } from 'vitest'
import { readTranscript, type ReadOptions } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { toLines } from '#transcript/lines.ts'
import { createSearchIndex } from '#transcript/search.ts'
import { hostileFile, wordFile } from '../../support/hostile-files.ts'
import { segment, transcript as transcriptOf } from '../../support/transcripts.ts'
import { expectLinear } from './expect-linear.ts'
import { expectSound } from './expect-sound.ts'
import { readText } from './fixtures.ts'

/** How the file with this number is read, by its name and nothing else. */
async function read(number: number, size?: number) {
  const { name, bytes } = hostileFile(number, size)
  return summary(bytes, { fileName: name })
}

async function summary(bytes: Uint8Array, hint: ReadOptions) {
  const reading = await readTranscript(bytes, hint)
  expectSound(reading)
  const { transcript, problems, format, encoding } = reading
  const segments = transcript?.segments ?? []
  const names = new Map(transcript?.speakers.map(({ id, name }) => [id, name]))
  return {
    transcript,
    segments,
    problems,
    format,
    encoding,
    texts: segments.map(({ text }) => text),
    times: segments.map(({ start, end }) => [start, end]),
    speakers: segments.map(({ speaker }) => (speaker === null ? null : names.get(speaker))),
    codes: problems.map(({ code }) => code),
  }
}

/** As long as `text` and the same throughout, without a message of as many characters when it is not. */
function expectRepeated(found: string | undefined, unit: string, count: number) {
  expect(found?.length).toBe(unit.length * count)
  expect(found === unit.repeat(count)).toBe(true)
}

describe('markup', () => {
  test('1: an <img onerror> in a cue is a tag that is dropped', async () => {
    expect((await read(1)).texts).toEqual(['Look'])
  })

  test('2: scripts and buttons in SubRip are text', async () => {
    const { texts } = await read(2)
    expect(texts).toEqual(['<script>alert(1)</script><button onclick=alert(1)>x</button>'])
  })

  test('3: of <svg onload> and <style> the text between them is left', async () => {
    expect((await read(3)).texts).toEqual(['*{background:url(//evil.example/x)}'])
  })

  test('4: a voice that closes its tag in quotes is a name of one sign', async () => {
    const { texts, speakers } = await read(4)
    expect(speakers).toEqual(['"'])
    expect(texts).toEqual(['hi'])
  })

  test('5: classes are not read', async () => {
    const { transcript, texts } = await read(5)
    expect(texts).toEqual(['x'])
    expect(JSON.stringify(transcript)).not.toMatch(/hidden|fixed|__proto__/)
  })

  test('6: a style block is not read, and counted', async () => {
    const { texts, problems, transcript } = await read(6)
    expect(texts).toEqual(['x'])
    expect(problems).toMatchObject([{ code: 'style-not-shown', severity: 'note', line: 3 }])
    expect(JSON.stringify(transcript)).not.toContain('evil')
  })

  test('39: of XHTML inside TTML nothing is read, and it is counted', async () => {
    const { texts, codes } = await read(39)
    expect(texts).toEqual(['Said'])
    expect(codes).toEqual(['ttml-foreign'])
  })

  test('40: a background that carries CSS is an attribute nobody reads', async () => {
    const { transcript, texts, codes } = await read(40)
    expect(texts).toEqual(['x'])
    expect(codes).toEqual([])
    expect(JSON.stringify(transcript)).not.toContain('evil')
  })

  test('42: of an oTranscribe file text and times are read, and no address', async () => {
    const { transcript, texts, times } = await read(42)
    expect(texts).toEqual(['x'])
    expect(times[0]?.[0]).toBe(1.5)
    expect(JSON.stringify(transcript)).not.toMatch(/javascript|alert|img/)
  })

  test('43: of a hyperaudio page text and times are read, and no attribute besides', async () => {
    const { transcript, texts, times, format } = await read(43)
    expect(format).toBe('hyperaudio-html')
    expect(texts).toEqual(['hi clickjack'])
    expect(times[0]?.[0]).toBe(0)
    expect(JSON.stringify(transcript)).not.toMatch(/position|root|nodeName/)
  })

  test('44: of links in Markdown the words are read, of frames and pictures what they say', async () => {
    const { transcript, texts, codes } = await read(44)
    expect(texts).toEqual(['Talk', 'here and there  p'])
    expect(codes).toContain('markup-not-shown')
    expect(JSON.stringify(transcript)).not.toMatch(/javascript|evil|iframe/)
  })

  test('50: a font name of 50 KB is taken off, a drawing is hidden and counted, commas stay', async () => {
    const { texts, codes } = await read(50)
    expect(texts).toEqual(['hi\nthere, with, commas'])
    expect(codes).toEqual(['drawing-hidden'])
    await expectLinear(50, 50_000)
  })
})

describe('too much of one thing', () => {
  test('7: 128 K line breaks are a transcript without text', async () => {
    const { segments, codes } = await read(7)
    expect(segments).toEqual([])
    expect(codes).toEqual(['no-segments'])
    await expectLinear(7, 65_536)
  })

  test('8: 128 K carriage returns and a letter are a letter', async () => {
    expect((await read(8)).texts).toEqual(['x'])
    await expectLinear(8, 65_536)
  })

  test('9: 128 K brackets are one cue of brackets, of which the first 100 K are shown', async () => {
    const { texts, codes } = await read(9)
    expectRepeated(texts[0], '<', 102_400)
    expect(codes).toEqual(['bracket-loose', 'cue-too-long'])
    await expectLinear(9, 65_536)
  })

  test('10: 64 K digits are plain text', async () => {
    const { texts, format } = await read(10)
    expect(format).toBe('plain-text')
    expectRepeated(texts.slice(1, -1).join(''), '0', 65_536)
    await expectLinear(10, 65_536)
  })

  test('11: a letter in 33 K tags is a letter', async () => {
    expect((await read(11)).texts).toEqual(['x'])
    await expectLinear(11, 33_334)
  })

  test('12: 256 K ampersands are one cue of ampersands, of which the first 100 K are shown', async () => {
    const { texts, codes } = await read(12)
    expect(texts).toHaveLength(1)
    expectRepeated(texts[0], '&', 102_400)
    expect(codes).toContain('cue-too-long')
    await expectLinear(12, 65_536)
  })

  test('13: a line of 20 MB is plain text in pieces, and its last word is found', async () => {
    const { transcript, segments, format } = await read(13)
    expect(format).toBe('plain-text')
    expect(segments.length).toBeGreaterThan(100)
    const length = segments.reduce((sum, { text }) => sum + text.length + 1, 0)
    expect(length).toBe(20_000_000)
    const lines = toLines(transcript!, 'segments')
    expect(createSearchIndex(lines).find('end.')).toMatchObject([{ line: segments.length - 1 }])
    await expectLinear(13, 1_000_000)
  })

  test('14: ten thousand arrows in a line are no time', async () => {
    const { format, times } = await read(14)
    expect(format).toBe('plain-text')
    expect(times.every(([start]) => start === null)).toBe(true)
    await expectLinear(14, 5000)
  })

  test('22: 5,000 accents on a letter are kept', async () => {
    const { texts } = await read(22)
    // a grapheme joiner ends each hundred (normalise-text.ts)
    const joiners = texts[0]!.match(/\u034f/g) ?? []
    expect(joiners.length).toBe(49)
    expect(texts[0]!.replaceAll('\u034f', '')).toBe(`á${'\u0301'.repeat(4999)}`)
    await expectLinear(22, 20_000)
  })

  test('25: 5,000 cues at the same time are 5,000 cues', async () => {
    const { times, codes } = await read(25)
    expect(times).toHaveLength(5000)
    expect(times.every(([start, end]) => start === 0 && end === 36_000)).toBe(true)
    expect(codes).toEqual([])
    await expectLinear(25, 5000)
  })

  test('31: 200 K nested lists are JSON without a transcript', async () => {
    const { transcript, codes } = await read(31)
    expect(transcript).toBeNull()
    expect(codes).toEqual(['format-unknown'])
    await expectLinear(31, 50_000)
  })

  test('35, 36: entities that multiply are refused before they do', async () => {
    for (const number of [35, 36]) {
      const { transcript, codes } = await read(number)
      expect(transcript).toBeNull()
      expect(codes).toEqual(['xml-dtd'])
    }
    await expectLinear(36, 100_000)
  })

  test('38: 100 K elements inside each other end in a sentence', async () => {
    const { segments, codes } = await read(38)
    expect(segments).toEqual([])
    expect(codes).toContain('xml-too-deep')
    await expectLinear(38, 50_000)
  })

  test('45: an offset of years is not applied, and of 20 K stamps on a line the first are kept', async () => {
    const { texts, times, codes } = await read(45)
    expect(texts[0]).toBe('z')
    expect(times[0]?.[0]).toBe(1)
    expect(times.length).toBeLessThan(1000)
    expect(codes).toEqual(
      expect.arrayContaining(['offset-impossible', 'stamps-left-out', 'time-impossible']),
    )
    await expectLinear(45, 20_000)
  })
})

describe('letters', () => {
  test('15: NUL is shown as �', async () => {
    expect((await read(15)).texts).toEqual(['a\uFFFDb'])
  })

  test('16: half a surrogate pair is shown as �', async () => {
    expect((await read(16)).texts).toEqual(['a\uFFFDb'])
  })

  test('17: what is not UTF-8 is read in another encoding, with a warning', async () => {
    const { texts, problems, encoding } = await read(17)
    expect(encoding).toBe('windows-1252')
    expect(texts[0]).not.toContain('\uFFFD')
    expect(problems).toMatchObject([{ code: 'encoding-guessed', severity: 'warning' }])
  })

  test('18: UTF-16 with its mark is read', async () => {
    const { texts, encoding } = await read(18)
    expect([encoding, ...texts]).toEqual(['utf-16le', 'سلام'])
  })

  test('19: UTF-16 without a mark is read', async () => {
    const { texts, encoding } = await read(19)
    expect([encoding, ...texts]).toEqual(['utf-16be', 'hello'])
  })

  test('20: a name cannot turn round what stands beside it', async () => {
    const { speakers, texts } = await read(20)
    expect(speakers).toEqual(['Bobgpj.exe'])
    expect(texts).toEqual(['pay \u2067me'])
  })

  test('21: a direction that is never closed stays in its cue', async () => {
    expect((await read(21)).texts).toEqual(['\u202E\u202E\u202Eabc', 'next'])
  })

  test('23: signs that nobody sees do not hide a word from the search', async () => {
    const { transcript } = await read(23)
    const hits = createSearchIndex(toLines(transcript!, 'segments')).find('hello')
    expect(hits).toEqual([{ line: 0, from: 0, to: 7 }])
  })
})

describe('times', () => {
  test('24: a cue that ends before it begins lasts until the next', async () => {
    const { times, problems } = await read(24)
    expect(times).toEqual([
      [5, 9],
      [9, 10],
    ])
    expect(problems).toMatchObject([{ code: 'time-inverted', line: 3 }])
  })

  test('26: a time of 10¹² hours is left out, and its line named', async () => {
    const { texts, times, problems } = await read(26)
    expect(texts).toEqual(['x'])
    expect(times[0]![1]).toBeLessThan(1)
    expect(problems).toMatchObject([
      { code: 'time-impossible', line: 3 },
      { code: 'end-missing', line: 3 },
    ])
  })

  test('27: times that are none are left out, text is kept, and numbers in quotes are numbers', async () => {
    const { texts, times, codes } = await read(27)
    expect(texts).toEqual(['x', 'y', 'z'])
    expect(times).toEqual([
      [null, null],
      [null, null],
      [1.5, 2.5],
    ])
    expect(codes).toEqual(['time-dropped', 'time-impossible'])
  })

  test('28: times without minutes or with one digit are repaired, and counted', async () => {
    const { times, problems } = await read(28)
    expect(times).toEqual([
      [0.86, 7.38],
      [199.46, 204.66],
    ])
    expect(problems).toMatchObject([{ code: 'cue-repaired' }])
    expect(problems[0]!.message).toMatch(/^2 cues of 2 /)
  })
})

describe('JSON and graphs', () => {
  test('29: keys named like an object’s own change no object', async () => {
    const { texts, speakers } = await read(29)
    expect(texts).toEqual(['x'])
    expect(speakers).toEqual(['__proto__'])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    expect((Object as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  test('30: speakers may be called as methods are', async () => {
    expect((await read(30)).speakers).toEqual(['constructor', 'toString', 'hasOwnProperty'])
  })

  test('32: wrong types are no transcript, and a length that lies is not counted to', async () => {
    const { transcript, codes } = await read(32)
    expect(transcript).toBeNull()
    expect(codes).toEqual(['format-unknown'])
  })

  test('33: JSON that breaks off says where, and what was whole is read', async () => {
    const { transcript, problems } = await read(33)
    expect(transcript).toBeNull()
    expect(problems).toMatchObject([{ code: 'json-truncated', line: 1 }])
    const later = await readText(
      '{"segments":[\n{"start":0,"end":1,"text":"whole"},\n{"start":1,"end":2,"text":"hel',
    )
    expect(later.transcript?.segments).toMatchObject([{ start: 0, end: 1, text: 'whole' }])
    expect(later.problems[0]).toMatchObject({ code: 'json-truncated', line: 3 })
  })

  test('34: a byte order mark and a document a line are read', async () => {
    const { texts, times } = await read(34)
    expect(texts).toEqual(['a', 'b'])
    expect(times).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  test('37: an entity from elsewhere is not fetched but refused', async () => {
    const { transcript, codes } = await read(37)
    expect(transcript).toBeNull()
    expect(codes).toEqual(['xml-dtd'])
  })

  test('41: annotations that belong to each other have no time, and their text is kept', async () => {
    const { texts, times, codes } = await read(41)
    expect(texts).toEqual(['x', 'y'])
    expect(times.flat()).toEqual([null, null, null, null])
    expect(codes).toContain('elan-cycle')
  })
})

describe('what is no transcript', () => {
  test.each([
    [46, 'file-binary', /binary file/],
    [47, 'file-media', /is a recording/],
    [48, 'file-web-page', /is a web page/],
    [49, 'file-empty', /is empty/],
    [55, 'zip-too-large', /64 MB/],
  ])('%i: %s', async (number, code, sentence) => {
    const { transcript, problems } = await read(number)
    expect(transcript).toBeNull()
    expect(problems).toMatchObject([{ code, message: expect.stringMatching(sentence) }])
  })

  const document = new TextEncoder().encode(
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>',
  )
  const fileName = 'a.docx'

  test('55: an archive that lies about its size is stopped while it is unpacked', async () => {
    const bytes = wordFile(new Uint8Array(4_000_000))
    const view = new DataView(bytes.buffer)
    view.setUint32(entryAt(bytes, 0) + 24, 10, true)
    expect((await summary(bytes, { fileName })).codes).toEqual(['zip-too-large'])
  })

  test('55: entries that share their bytes are refused', async () => {
    const bytes = wordFile(document, { 'word/two.xml': document })
    const view = new DataView(bytes.buffer)
    view.setUint32(entryAt(bytes, 1) + 42, 0, true)
    expect((await summary(bytes, { fileName })).codes).toEqual(['zip-too-large'])
  })

  test('55: an archive of more files than a document has is refused', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 2500 }, (_, at) => [`word/${at}`, new Uint8Array()]),
    )
    expect((await summary(wordFile(document, more), { fileName })).codes).toEqual(['zip-too-large'])
  })

  test('55: names that point elsewhere and archives inside the archive are left alone', async () => {
    const inner = wordFile(new Uint8Array(4_000_000))
    const bytes = wordFile(document, { '../evil': document, 'word/inner.docx': inner })
    const { texts, codes } = await summary(bytes, { fileName })
    expect(texts).toEqual(['Hello'])
    expect(codes).toEqual(['no-times'])
  })

  test('55: a book is held to the same', async () => {
    const bytes = wordFile(new Uint8Array(), {
      'META-INF/container.xml': new Uint8Array(4_000_000).fill(0x20),
    })
    const { transcript, codes } = await summary(bytes, { fileName: 'a.epub' })
    expect(transcript).toBeNull()
    expect(codes).toEqual(['zip-too-large'])
  })

  test('62: a file name that turns, breaks or never ends is shown in one short line', async () => {
    const fileName = `a\u202Efdp.exe<img src=x>\n${'x'.repeat(300)}.vtt`
    const { problems } = await summary(new Uint8Array(), { fileName })
    expect(problems[0]!.message).not.toMatch(/[\n\u202E]/)
    expect(problems[0]!.message.length).toBeLessThan(120)
  })
})

/** Where an entry's record begins in the central directory. */
function entryAt(bytes: Uint8Array, index: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places: number[] = []
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) places.push(at)
  }
  return places[index]!
}

describe('what is written', () => {
  test('63: a cell that a spreadsheet would run as a formula begins with an apostrophe', async () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("//evil.example","x")']
    const { text } = await writeTranscript(
      transcriptOf(formulas.map((formula, at) => segment(formula, at, at + 1))),
      'csv',
    )
    const cells = text!.split(/\r?\n|,/)
    expect(cells.filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([])
    expect(cells).toContain("'=1+1")
  })

  test('64: WebVTT with arrows, ampersands, tags and blank lines in its text reads back the same', async () => {
    const texts = [
      'a --> b',
      '00:01.000 --> 00:02.000',
      'AT&T &amp; &lt;b&gt;',
      '<b>bold</b> <v Ada>',
      'NOTE not one',
      'STYLE',
      'one\ntwo',
      '1',
    ]
    const written = transcriptOf(texts.map((text, at) => segment(text, at, at + 1)))
    const { text } = await writeTranscript(written, 'webvtt')
    const { texts: read, times, codes, format } = await summary(new TextEncoder().encode(text), {})
    expect(format).toBe('webvtt')
    expect(read).toEqual(texts)
    expect(times).toEqual(texts.map((_, at) => [at, at + 1]))
    expect(codes).toEqual([])
  })

  test('64: a blank line in the text is closed up, for it would end the cue', async () => {
    const { text } = await writeTranscript(transcriptOf([segment('one\n\ntwo', 0, 1)]), 'webvtt')
    const { texts } = await summary(new TextEncoder().encode(text), {})
    expect(texts).toEqual(['one\ntwo'])
  })
})
