import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { pdfFile } from '../../../../make/pdf/pdf-file.mjs'
import { leastProcessorMs } from '../../../../support/processor-time.ts'
import { expectSound } from '../../expect-sound.ts'
import { bytesOf, linesOf, readFixture, readText } from '../../fixtures.ts'

const messagesOf = async (path: string) =>
  (await readFixture(path)).problems
    .filter(({ code }) => code !== 'no-times')
    .map(({ message }) => message)

/** A page of lines from the top, 14 points apart. */
const page = (...lines: readonly string[]) => ({
  texts: lines.map((text, at) => ({ x: 72, y: 700 - at * 14, text })),
})

const readPages = (pages: Parameters<typeof pdfFile>[0]['pages']) =>
  readTranscript(new Uint8Array(pdfFile({ pages })))

const textsOf = async (pages: Parameters<typeof pdfFile>[0]['pages']) =>
  (await readPages(pages)).transcript?.segments.map(({ text }) => text)

test('a paragraph is whole across its lines and pages, without heads, feet and hyphens', async () => {
  expect(await linesOf('pdf/running-heads-and-hyphens.pdf')).toEqual([
    '– Interviewer: Where were you when the water came?',
    '– Ada Park: We were in the kitchen. My mother had put the radio on the window sill, and the reporter said the dam would hold. Nobody was worried. My father went out to look at the river and he came back in very quickly; I had never seen him run. He said that we had ten minutes to leave.',
    '– Interviewer: What did you take with you?',
    '– Ada Park: The radio, of course. And a well-known photograph of my grandmother, the one in the museum now. I put it under my coat, and we went up the hill with our neighbours in the dark, and from there we saw the lights of the village go out, one after the other.',
    '– Interviewer: Did you go back?',
    '– Ada Park: In the spring. There was mud up to the ceilings. The well-known photograph was the only thing from before the flood that we had.',
  ])
  expect(await messagesOf('pdf/running-heads-and-hyphens.pdf')).toEqual([
    '2 page numbers and 2 lines that most pages have at the same place (“Flood Archive, Interview 12”) are not shown.',
  ])
})

test('the title and the language of the document are those of the transcript', async () => {
  const { transcript } = await readFixture('pdf/running-heads-and-hyphens.pdf')
  expect(transcript).toMatchObject({ title: 'Interview with Ada Park', language: 'en-GB' })
})

test('the line numbers of a deposition are counted, not spoken; a street number is', async () => {
  expect(await linesOf('pdf/deposition-with-line-numbers.pdf')).toEqual(
    expect.arrayContaining([
      '– THE COURT: Good morning.  Please be seated. Ms. Park, you may call your first witness.',
      '– Q: Mr. Oak, where were you on the evening of the 3rd of May?',
      '– A: At home.',
      '– A: My sister was.  She had come over from 12 Hill Street to bring the key.',
      '– THE WITNESS: I heard a car, and then --',
      '– Q: Let me show you Exhibit 4.  Do you recognize it?',
      '– MR. REED: No questions.',
    ]),
  )
  expect(await messagesOf('pdf/deposition-with-line-numbers.pdf')).toEqual([
    '50 line numbers in the margin, 2 page numbers, and 2 lines that most pages have at the same place (“Hill County Court Reporters”) are not shown.',
  ])
})

test('the left column is read before the right one', async () => {
  const texts = (await linesOf('pdf/two-columns.pdf')).map((line) => line.slice(2))
  expect(texts.map((text) => text.slice(0, 24))).toEqual([
    'The night of the small b',
    'The ferry had been late ',
    'Some of them went home. ',
    "At four o'clock a fishin",
    'Nobody paid. On the isla',
    'This page was printed ac',
  ])
  expect(texts[2]).toBe(
    'Some of them went home. The others waited, because there was no other way to reach the island before the feast.',
  )
})

test('ligatures are letters, and accents stay', async () => {
  expect(await linesOf('pdf/ligatures-and-accents.pdf')).toEqual([
    '– Zoë: C’est la fin de l’été, n’est-ce pas ? Les œufs sont déjà cuits.',
    '– André: Oui. L’office est fermé, et le fleuve monte.',
    '– Zoë: On a dit ça hier. “Demain”, disaient-ils — ça suffit.',
  ])
})

test('times in the text are times', async () => {
  expect((await linesOf('pdf/times-in-brackets.pdf')).slice(0, 3)).toEqual([
    '4–15 ADA PARK: Good evening, everybody. We begin with the bridge, which has been closed since March, and then we turn to the school.',
    '15–19 TOM OAK: May I say something about the bridge before we vote on it?',
    '19–21 ADA PARK: Please do.',
  ])
})

test('a page that was turned is read in its direction; a watermark is not part of it', async () => {
  const [first] = await linesOf('pdf/turned-page-and-watermark.pdf')
  expect(first).toMatch(/^– The wind was in the north\. That is all I know of day one\. We went/)
  expect(await messagesOf('pdf/turned-page-and-watermark.pdf')).toEqual([
    '3 lines that most pages have at the same place (“DRAFT”) are not shown.',
  ])
})

test('a page without text is named', async () => {
  expect(await messagesOf('pdf/one-page-a-picture.pdf')).toEqual([
    '1 page (2) has no text and is not shown: blank, or a picture. Recognise the text of pictures first (“OCR”).',
  ])
})

test('text of a font that does not say its letters is counted, and no other letters are shown for it', async () => {
  expect(await linesOf('pdf/letters-not-in-the-file.pdf')).toEqual([
    '– Ada: I said it in Japanese:',
  ])
  expect((await messagesOf('pdf/letters-not-in-the-file.pdf'))[0]).toMatch(/^1 font could not be/)
})

test.each([
  ['scan.pdf', /^scan\.pdf is a scan: its pages are pictures and contain no text\. Recognise/],
  ['password.pdf', /^password\.pdf is a PDF that opens only with a password\. Open it in a PDF/],
  ['notes.pdf', /^notes\.pdf is a damaged PDF: its pages cannot be found\. Download/],
  ['letters-unknown.pdf', /^letters-unknown\.pdf is a PDF whose fonts do not say which letters/],
])('%s is refused with a way out', async (name, message) => {
  expect(await messagesOf(`refused/${name}`)).toEqual([expect.stringMatching(message)])
})

test('a PDF whose list of objects is wrong is read all the same', async () => {
  const bytes = bytesOf('pdf/deposition-with-line-numbers.pdf')
  const moved = new TextDecoder('latin1').decode(bytes).replace('2 0 obj', '% moved\n2 0 obj')
  const reading = await readTranscript(Uint8Array.from(moved, (sign) => sign.charCodeAt(0)))
  expectSound(reading)
  expect(reading.transcript?.segments).toHaveLength(28)
})

test('a PDF of which the end is missing is refused as damaged', async () => {
  const bytes = bytesOf('pdf/deposition-with-line-numbers.pdf')
  const { problems } = await readTranscript(bytes.subarray(0, bytes.length / 2))
  expect(problems.map(({ code }) => code)).toEqual(['pdf-damaged'])
})

test('a PDF of two megabytes that unpacks to gigabytes is not opened', async () => {
  const packed = zlibSync(new Uint8Array(80 * 1024 * 1024).fill(32))
  const text = new TextDecoder('latin1').decode(pdfFile({ pages: [page('Ada: Good evening.')] }))
  const [before = '', after = ''] = text.split(/<< \/Length \d+ >>\nstream\n[^]*?\nendstream/)
  const latin1 = (part: string) => Uint8Array.from(part, (sign) => sign.charCodeAt(0))
  const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  const parts = [latin1(before + stream), packed, latin1(`\nendstream${after}`)]
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  const { problems } = await readTranscript(bytes, { fileName: 'bomb.pdf' })
  expect(problems[0]!.message).toMatch(/^bomb\.pdf unpacks to far more data than a transcript has/)
})

test('comments on a page are counted', async () => {
  const commented = { ...page('Ada: Good evening.'), comment: 'Check this name.' }
  const { problems } = await readPages([commented, page('Tom: It rains.')])
  expect(problems.map(({ message }) => message)).toContain('1 comment or form field is not shown.')
})

test('what is no PDF says so when it is read as one', async () => {
  const { problems } = await readText('Ada: Good evening.', { format: 'pdf', fileName: 'talk.txt' })
  expect(problems[0]!.message).toBe('talk.txt is not a PDF. Choose another format.')
})

test('the bytes of the file are not changed', async () => {
  const bytes = bytesOf('pdf/two-columns.pdf')
  const before = bytes.slice()
  await readTranscript(bytes)
  expect(bytes).toEqual(before)
})

test('lines that the author broke stay apart, and a new turn begins a paragraph', async () => {
  expect(
    await textsOf([
      page(
        'Minutes',
        'Present: all.',
        'The chair opened the meeting and read the letter of the school, which',
        'was long. The members thanked her for it.',
        'Then the meeting was closed.',
      ),
    ]),
  ).toEqual([
    'Minutes',
    'Present: all.',
    'The chair opened the meeting and read the letter of the school, which was long. The members thanked her for it.',
    'Then the meeting was closed.',
  ])
})

test('an indented line begins a paragraph, also after one of a single full line', async () => {
  const lines = [
    '  The chair opened the meeting and read the letter of the school to us.',
    '  The members thanked her for the letter, and nobody asked any question,',
    'because it was late and all of them wanted to go home before the rain and',
    'the wind came.',
  ]
  const texts = lines.map((line, at) => {
    return { x: line.startsWith(' ') ? 92 : 72, y: 700 - at * 14, text: line.trim() }
  })
  expect(await textsOf([{ texts }])).toEqual([
    'The chair opened the meeting and read the letter of the school to us.',
    'The members thanked her for the letter, and nobody asked any question, because it was late and all of them wanted to go home before the rain and the wind came.',
  ])
})

test('a name with a time above a turn begins it, also at the top of a page', async () => {
  const turn = (time: string) => [
    `Ada Park (${time}):`,
    'We were in the kitchen, and my mother had put the radio on the window.',
    'Nobody said a word for a long while, and then the reporter was back too.',
  ]
  const pages = [
    page(...turn('0:00:05'), ...turn('0:01:10')),
    page(...turn('0:02:20'), ...turn('0:03:40')),
  ]
  const { transcript, problems } = await readPages(pages)
  expect(transcript?.segments.map(({ start }) => start)).toEqual([5, 70, 140, 220])
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('what two pages have in common in their middle is text', async () => {
  const lines = (day: string) => [
    `It was ${day}.`,
    'We got up.',
    'We went out.',
    'Nobody came.',
    'It rained.',
    'We went home.',
    `So much for ${day}.`,
  ]
  const texts = await textsOf([page(...lines('Monday')), page(...lines('Tuesday'))])
  expect(texts?.filter((text) => text === 'Nobody came.')).toHaveLength(2)
})

test('pieces of text at one place are read in time proportional to their number', async () => {
  const pageOf = (count: number) => ({
    texts: Array.from({ length: count }, (_, at) => ({ x: 72, y: 400, text: `w${at % 7}` })),
  })
  expectSound(await readPages([pageOf(8000)]))
  const costOf = (count: number) => leastProcessorMs(2, () => readPages([pageOf(count)]))
  // four times as many; a comparison of all with all would take sixteen times as long
  expect((await costOf(8000)) / (await costOf(2000))).toBeLessThan(9)
})
