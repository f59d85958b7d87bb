import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

async function turnsOf(name: string) {
  const segments = await segmentsOf(`plain-text/${name}`)
  return segments.map(({ speaker, text }) => [speaker, text])
}

async function speakersIn(...lines: string[]) {
  const { transcript } = await readText(lines.join('\n'))
  return transcript!.speakers.map(({ name }) => name)
}

test('a hearing is read without the numbers of its lines and pages', async () => {
  expect(await turnsOf('hearing-with-line-numbers.txt')).toEqual([
    [null, 'BY MR. SMITH:'],
    ['Q', 'Where did you leave the boat on the evening in question?'],
    ['A', 'At the jetty.'],
    ['THE COURT', 'Speak up, please.'],
    ['A', 'At the jetty, where it had been all summer.'],
    ['A', '(Whereupon, a bell rang.)'],
    ['MR. SMITH', 'No further questions.'],
    ['THE COURT', 'Then we rest.'],
    ["MS. O'DAY", 'One question.'],
    ['Q', 'Was it locked?'],
    ['A', 'No.'],
    ["MS. O'DAY", 'Thank you.'],
  ])
  const { problems } = await readFixture('plain-text/hearing-with-line-numbers.txt')
  expect(problems[1]).toEqual({
    code: 'page-numbers-not-shown',
    severity: 'note',
    message: '14 line numbers in the margin and 2 page numbers are not shown.',
  })
})

test('a numbered list is no page of a hearing', async () => {
  const lines = Array.from({ length: 12 }, (_, index) => `${index + 1}  A thing.`)
  const { transcript } = await readText(lines.join('\n'))
  expect(transcript!.segments[11]!.text).toBe('12  A thing.')
})

test('names in capitals before periods are those of a play', async () => {
  expect(await turnsOf('play-names-with-periods.txt')).toEqual([
    [null, 'ACT ONE'],
    ['HAMLYN', 'The kettle sings.'],
    ['MRS. ROE', 'Let it sing.\nIt has so little else.'],
    ['HAMLYN', 'Quite.'],
    ['MRS. ROE', '(rising) Tea, then.'],
  ])
})

test('names before dashes are taken off, dashes inside are not', async () => {
  expect(await turnsOf('names-before-dashes.txt')).toEqual([
    ['Ada', 'We begin.'],
    ['Tom', 'We do.'],
    ['Ada', 'And then?'],
    ['Tom', 'Then we end – at last.'],
  ])
})

test('names in brackets are told from sounds', async () => {
  expect(await turnsOf('names-in-brackets.txt')).toEqual([
    ['Ada', 'We begin.'],
    ['Ada', '[Laughter]'],
    ['Tom', 'We do.'],
    ['Ada', 'And then?'],
    ['Tom', 'We end.'],
    ['Tom', '[Laughter]'],
  ])
})

test('names on lines of their own speak what stands below', async () => {
  expect(await turnsOf('names-on-their-own-lines.txt')).toEqual([
    ['Ada Lovelace', 'We begin.'],
    ['Tom', 'We do.'],
    ['Tom', 'And so does the rain.'],
    ['Ada Lovelace', 'And then?'],
    ['Tom', 'We end.'],
  ])
})

test('two blanks part turns where a name follows them', async () => {
  expect(await turnsOf('turns-parted-by-two-blanks.txt')).toEqual([
    ['Ada', 'We begin here, at the jetty, on a cold and windy evening in March.'],
    ['Tom', 'We do.  It is very cold, and there is nobody else.'],
    ['Ada', 'And then what do you think will happen?'],
    ['Tom', 'Then we go home.'],
  ])
})

test('two blanks part the turns of a text of one line', async () => {
  const turn = 'What somebody says in a sentence that is long enough to be one.'
  const { transcript } = await readText(`${turn}  ${turn}  ${turn}`)
  expect(transcript!.segments.map(({ text }) => text)).toEqual([turn, turn, turn])
})

test('what somebody does while speaking is not their name, and is counted', async () => {
  expect(await turnsOf('questions-answers-and-directions.txt')).toEqual([
    ['Q', 'Is it wet?'],
    ['A', 'It is.'],
    ['Q', 'Was it dry?'],
    ['A', 'It was.'],
    ['Ada', 'No.'],
    ['Ada', 'Yes.'],
    ['Ada', 'Perhaps.'],
  ])
  const { problems } = await readFixture('plain-text/questions-answers-and-directions.txt')
  expect(problems[1]!.message).toBe(
    '1 stage direction after names, such as “(laughing)”, is not shown.',
  )
})

test.each([
  ['Q. Yes?', 'A. Yes.'],
  ['AL: Yes?', 'TB: Yes.'],
  ['Interviewer 1: Yes?', 'Interviewer 2: Yes.'],
  ['<Ada> Yes?', '<Tom> Yes.'],
  ['[Ada]: Yes?', '[Tom]: Yes.'],
  ['**Ada**: Yes?', '**Tom**: Yes.'],
  ['**Ada:** Yes?', '**Tom:** Yes.'],
  ['Ada - Yes?', 'Tom - Yes.'],
  ['Ada:\nYes?', 'Tom:\nYes.'],
  ['ADA\nYes?', 'TOM\nYes.'],
  ['MR. ADA: Yes?', 'THE COURT: Yes.'],
])('%j and %j are turns', async (one, two) => {
  const names = [one, two].map((turn) => /(?:Interviewer \d|MR\. \w+|THE \w+|\w+)/.exec(turn)![0])
  expect(await speakersIn(one, '', two, '', one, '', two)).toEqual(names)
})

test.each([
  ['a list', ['A. One thing.', 'B. Another.', 'A. One thing.', 'B. Another.']],
  ['dialogue behind dashes', ['— Yes?', '— Yes.', '— Yes?', '— Yes.']],
  ['a refrain', ['Chorus', 'Sing it.', '', 'Chorus', 'Sing it.', '', 'Verse', 'Sung.']],
  ['sentences that begin alike', ['Tea - good.', 'The rest.', 'Tea - better.', 'The end.']],
  ['words in capitals that end in periods', ['STOP. Go.', 'Then.', 'STOP. Go.', 'Then.']],
])('%s has no speakers', async (_, lines) => {
  expect(await speakersIn(...lines)).toEqual([])
})

test('two remarks in an essay do not make it a speaker’s', async () => {
  const prose = Array.from({ length: 12 }, () => 'It rained on the jetty.')
  const { transcript } = await readText([...prose, 'Ada: Yes.', 'Ada: Yes.', ...prose].join('\n\n'))
  expect(transcript!.segments.filter(({ speaker }) => speaker !== null)).toHaveLength(2)
})
