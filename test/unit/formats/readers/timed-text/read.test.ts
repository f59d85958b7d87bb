import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

/** `[start, end, speaker, text]` of each segment. */
async function linesOf(name: string) {
  const segments = await segmentsOf(`timed-text/${name}`)
  return segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])
}

async function readLines(...lines: string[]) {
  const { transcript, format } = await readText(lines.join('\n'))
  const names = transcript!.speakers.map(({ name }) => name)
  return {
    format,
    names,
    segments: transcript!.segments.map(({ start, text }) => [start, text]),
  }
}

const soon = expect.any(Number)

test('a name, two blanks and a time stand above each turn of Otter', async () => {
  expect(await linesOf('otter-names-before-times.txt')).toEqual([
    [null, null, null, 'Boat club, spring meeting\nTue, 3 March'],
    [3, 9, 'Ada Lovelace', 'Good evening, everyone. Shall we begin?'],
    [9, 3723, 'Unknown Speaker', 'Yes, please.\nThe kettle is on.'],
    [3723, soon, 'Ada Lovelace', 'Then the first question is the jetty.\nTranscribed by a machine'],
  ])
})

test('the title before the first time has none, and that is said', async () => {
  const { problems } = await readFixture('timed-text/otter-names-before-times.txt')
  expect(problems.map(({ code }) => code)).toEqual(['times-missing', 'end-missing'])
})

test('a name and a time in brackets stand above each turn of Rev', async () => {
  expect(await linesOf('rev-names-with-colons.txt')).toEqual([
    [0, 12, 'Ada', 'The jetty leaks.'],
    [12, 15, 'Tom Bell', 'Jetties do not leak.'],
    [15, soon, 'Ada', 'Ours does.'],
  ])
})

test('a time inside a paragraph begins a segment, one that runs back is only spoken of', async () => {
  expect(await linesOf('sonix-stamps-inside-and-quoted.txt')).toEqual([
    [3, 7, 'Speaker 1', 'The tide is out.'],
    [7, 9, 'Speaker 2', 'It was out'],
    [9, 62, 'Speaker 2', 'this morning, too.'],
    [62, soon, 'Speaker 1', 'Speaker 2 said so at [00:00:07].'],
  ])
})

test('a time on a line of its own is for all paragraphs up to the next', async () => {
  expect(await linesOf('oral-history-stamps-alone.txt')).toEqual([
    [null, null, null, 'Interview with a ferryman'],
    [15, 3723, null, 'We had two boats.\nOne of them was green.'],
    [3723, soon, null, 'Then came the bridge.'],
  ])
})

test('a time of day in a sentence stays there', async () => {
  expect(await linesOf('dashes-and-a-time-of-day.txt')).toEqual([
    [1, 8, null, 'The gate opens at ten.'],
    [8, 15, null, 'At 10:30 it closes again.'],
    [15, soon, null, 'Nobody knows why.'],
  ])
})

test('ranges say when a line ends', async () => {
  expect(await linesOf('whisper-console.txt')).toEqual([
    [0, 4, null, 'The kettle is on.'],
    [4, 6.5, null, '[water boils]'],
    [6.5, 70.25, null, 'Tea is ready.'],
  ])
  const { problems } = await readFixture('timed-text/whisper-console.txt')
  expect(problems).toEqual([])
})

test('times at the ends of paragraphs end them', async () => {
  expect(await linesOf('stamps-at-ends.txt')).toEqual([
    [0, 20, null, 'We walked to the river that morning.'],
    [20, 31, null, 'The boat was gone.'],
    [31, 40, null, 'So we walked home,'],
    [40, 45, null, 'and that was that.'],
  ])
})

test('frames are counted at the rate that the highest suggests, and that is said', async () => {
  expect(await linesOf('frames.txt')).toEqual([
    [62.6, 65, 'ADA', 'Cut here.'],
    [65, 69.96, 'TOM', 'And here.'],
    [69.96, soon, 'ADA', 'Not there.'],
  ])
  const { problems } = await readFixture('timed-text/frames.txt')
  expect(problems[0]).toMatchObject({ code: 'frame-rate-assumed', severity: 'note' })
  expect(problems[0]!.message).toContain('25 frames a second')
})

test('a chat names who wrote, not to whom', async () => {
  expect(await linesOf('zoom-chat.txt')).toEqual([
    [62, 69, 'Ada', 'is it this link?'],
    [69, 120, 'Tom Bell', 'yes: that one'],
    [120, soon, 'Ada', 'thanks'],
  ])
})

test('emphasis around names and times is none of them', async () => {
  expect(await linesOf('emphasis-around-names-and-times.txt')).toEqual([
    [1, 5, 'Ada', 'The **first** line.'],
    [5, 9, 'Tom', 'The second.'],
    [9, soon, 'Ada', 'The third.'],
  ])
})

test('turns between two times share the time between, and are marked as estimated', async () => {
  const { transcript, problems } = await readFixture('timed-text/a-time-every-five-minutes.txt')
  const segments = transcript!.segments
  expect(segments.map(({ text }) => text)).toEqual([
    'We can start.',
    'Good.',
    'The first point is paint, which is expensive this year.',
    'Paint, then.',
    'Yes.',
  ])
  expect(segments.map(({ start }) => start)).toEqual([
    0,
    expect.closeTo((300 * 14) / 76),
    expect.closeTo((300 * 20) / 76),
    300,
    null,
  ])
  const words = segments.flatMap((segment) => segment.words)
  expect(words).toHaveLength(11)
  expect(words.every((word) => word.estimated)).toBe(true)
  expect(problems.map(({ code }) => code)).toEqual([
    'times-estimated',
    'times-missing',
    'end-missing',
  ])
})

test.each([
  ['Ada: (00:12)', 'The jetty.'],
  ['Ada [00:12]:', 'The jetty.'],
  ['Ada - 00:12', 'The jetty.'],
  ['Ada | 00:12', 'The jetty.'],
  ['Ada (Host)  00:12', 'The jetty.'],
  ['@00:12 - Ada', 'The jetty.'],
  ['00:12 Ada', 'The jetty.'],
  ['[00:12] Ada:', 'The jetty.'],
  ['00:12 | Ada |', 'The jetty.'],
])('%j begins a turn', async (head, text) => {
  const other = head.replace('Ada', 'Tom').replace('12', '20')
  const again = head.replace('12', '31')
  const last = other.replace('20', '44')
  const read = await readLines(head, text, '', other, text, '', again, text, '', last, text)
  expect(read.format).toBe('timed-text')
  expect(read.segments).toEqual([
    [12, text],
    [20, text],
    [31, text],
    [44, text],
  ])
  expect(read.names.map((name) => name.slice(0, 3))).toEqual(['Ada', 'Tom'])
})

test.each([
  ['[00:12] Ada: Yes.', [12, 'Yes.']],
  ['00:00:12 Ada: Yes.', [12, 'Yes.']],
  ['Ada (0:12): Yes.', [12, 'Yes.']],
  ['Ada: [00:12] Yes.', [12, 'Yes.']],
  ['- [0:12] Ada: Yes.', [12, 'Yes.']],
  ['(0:00:12.5) Ada: Yes.', [12.5, 'Yes.']],
  ['00:12 - 00:13 Ada: Yes.', [12, 'Yes.']],
  ['Timecode: 00:00:12 – Ada: Yes.', [12, 'Yes.']],
])('%j is a time, a name and a text', async (line, expected) => {
  const read = await readLines(line, line.replaceAll('12', '19').replace('13', '20'))
  expect(read.format).toBe('timed-text')
  expect(read.segments[0]).toEqual(expected)
  expect(read.names).toEqual(['Ada'])
})

test.each([
  ['one time in a story', ['We left. At', '10:30 we came back.', 'It rained.']],
  ['times of day', ['10:30 am we left.', '11:30 am we came.', '12:30 pm we ate.']],
  ['ratios', ['3:4 is one ratio.', '4:5 another.', '5:6 a third.']],
  ['times that run back', ['0:50 a', '0:40 b', '0:30 c', '0:20 d']],
  ['a time in brackets, twice', ['It began (10:30) and', 'it went on until then (11:30).']],
  ['two lines in a hundred', ['10:30 we left', ...Array(98).fill('A line.'), '11:30 we came']],
])('%s: no text with times', async (_, lines) => {
  const { format } = await readLines(...lines)
  expect(format).toBe('plain-text')
})

test('times of day are doubted', async () => {
  const { problems } = await readText('14:05:33 Ada: Hi.\n14:05:39 Tom: Hi.\n14:06:01 Ada: Well.')
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'times-late', severity: 'warning' }),
  )
})

test('a text without times can be read as one with times, too', async () => {
  const { transcript, problems } = await readText('Only words.', { format: 'timed-text' })
  expect(transcript!.segments.map(({ text }) => text)).toEqual(['Only words.'])
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test('ten thousand times on a line are read in one go', async () => {
  const { transcript } = await readText('[00:00:01] a '.repeat(10_000) + '\n[00:00:02] b')
  expect(transcript!.segments).toHaveLength(10_001)
})

test('one time alone counts where it begins the text as exports write it', async () => {
  expect(await readLines('[0:01:02] Good evening.')).toMatchObject({
    format: 'timed-text',
    segments: [[62, 'Good evening.']],
  })
  expect(await readLines('', '[0:01:02] Ada Lovelace: Good evening.', '', 'Still she.')).toEqual({
    format: 'timed-text',
    names: ['Ada Lovelace'],
    segments: [[62, 'Good evening.\nStill she.']],
  })
})

test.each([
  '[1] A footnote.',
  '[1:02] Proverbs.',
  '0:01:02 was his time.',
  '(0:01:02) was his time.',
  'He ran.\n[0:01:02] was his time.',
  'He ran in [0:01:02] once.',
])('one time alone is none in %j', async (text) => {
  const { candidates } = await readText(text)
  expect(candidates.map(({ format }) => format)).not.toContain('timed-text')
})

test('estimated times of words are not said to be times of words', async () => {
  const { transcript } = await readFixture('timed-text/a-time-every-five-minutes.txt')
  expect(transcript?.timing).toBe('segment')
})
