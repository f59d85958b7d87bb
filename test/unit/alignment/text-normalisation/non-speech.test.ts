import { expect, test } from 'vitest'
import { read, say } from './verbalise.ts'

test.each([
  ['JOHN SMITH: Hello.', 'hello'],
  ['JOHN SMITH, BYLINE: Hello.', 'hello'],
  ['Dr. Jones: Hello.', 'hello'],
  ['INTERVIEWER 1: Hello.', 'hello'],
  ['Interviewer: Hello.', 'hello'],
  ['Ronald McDonald: Hello.', 'hello'],
  ['**Jane Doe:** hello', 'hello'],
  ['Q. Did you? ', 'did you'],
  ['Q: Did you?\nA: Yes.', 'did you yes'],
  ['Q. Did you?\nA. Yes.', 'did you yes'],
  ['[00:01:02] Jane Doe: hello', 'hello'],
  ['Speaker 2 (00:14): hello', 'hello'],
  ['Alice: hello\nBob: yes\nAlice: good\nBob: bye', 'hello yes good bye'],
])('a speaker’s tag is not said: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  [
    'MARTIN: This is their story. MATTHEW HEINEMAN: Much of it. MARTIN: Yes.',
    'this is their story much of it yes',
  ],
  ['Ada Lee: Is it? Tom: It is. Ada Lee: Good! Tom: Yes. Tom: No.', 'is it it is good yes no'],
  ['Yes. – McDONALD: No.', 'yes no'],
])('nor is one inside a line: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['There is one thing: patience.', 'there is one thing patience'],
  ['Remember: be kind.', 'remember be kind'],
  ['He said it. Remember: be kind.', 'he said it remember be kind'],
  ['We went on. New York: a city. And then', 'we went on new york a city and then'],
  ['A. Smith was here', 'ay smith was here'],
  ['at 3:30 he came', 'at three thirty he came'],
])('no speaker’s tag: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['(SOUNDBITE OF ARCHIVED RECORDING) Hello', 'hello'],
  ['Hello (LAUGHTER) there', 'hello there'],
  ['Hello (applause) there', 'hello there'],
  ['Hello (audience laughs) there', 'hello there'],
  ['(speaking French) Oui', 'oui'],
  ['[door slams] Hello [inaudible] there [crosstalk]', 'hello there'],
  ['♪ La la la ♪ Hello', 'hello'],
  ['♪ La la la', ''],
  ['*laughs* hello *very* nice', 'hello very nice'],
  ['word[1] again [12] there¹', 'word again there'],
  ['see [the page](https://a.org/b) now', 'see the page now'],
  ['<i>Hello</i> there', 'hello there'],
  ['the alliance (NATO) grew', 'the alliance nato grew'],
  ['Bonjour (rires) à tous', 'bonjour à tous'],
])('sounds, directions and notes: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['(he was my uncle) yes', 'he was my uncle yes'],
  ['(and he laughed) yes', 'and he laughed yes'],
  ['a bracket [without its end', 'a bracket without its end'],
  ['2 < 3 and 4 > 1', 'two three and four one'],
])('an aside is said: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['# The first day\nHello there', 'hello there'],
  ['THE FIRST DAY\nHello there', 'hello there'],
  ['Page 12 of 80\nHello there', 'hello there'],
  ['- 12 -\nHello there', 'hello there'],
  ['00:01:02 Hello there', 'hello there'],
  ['00:00:01,000 --> 00:00:02,000\nHello there', 'hello there'],
  ['NO!\nHello there', 'no hello there'],
  ['CHAPTER II\nHello there', 'chapter two hello there'],
])('what is there for the eye is not said: %s', async (text, spoken) =>
  expect(await say(text)).toBe(spoken),
)

test('in a text all in capitals, capitals are neither headings nor sounds', async () => {
  expect(await say('GOOD EVENING\n>> IT IS US, THE BBC\nHELLO (YES YES) THERE')).toBe(
    'good evening it is us the b b c hello yes yes there',
  )
})

test('the numbers at the margin of a court transcript are not said', async () => {
  const page = [
    '1   Q.  Did you see 3 men?',
    '2   A.  I did.',
    '3        Twice, in',
    '4   fact.',
    '5   Q.  Go on.',
    '1   A.  12 of them.',
  ]
  expect(await say(page.join('\n'))).toBe(
    'did you see three men i did twice in fact go on twelve of them',
  )
})

test('a few lines that begin with a number begin with it', async () => {
  expect(await say('1 Corinthians\n2 Corinthians')).toBe('one corinthians two corinthians')
})

test('a line that is a sound says nothing', async () => {
  const lines = [
    { text: 'door slams', kind: 'sound' as const },
    { text: 'Hello', kind: 'speech' as const },
  ]
  expect(await read({ language: 'en', lines })).toEqual([
    { line: 1, from: 0, to: 5, spokenForm: 'hello' },
  ])
})
