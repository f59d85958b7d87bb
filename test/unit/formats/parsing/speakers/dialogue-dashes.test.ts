import { expect, test } from 'vitest'
import { toLines } from '#transcript/lines.ts'
import { readFixture, readText } from '../../fixtures.ts'

async function turnsOf(path: string): Promise<string[]> {
  const { transcript } = await readFixture(path)
  return transcript!.segments.map(({ text, beginsTurn }) => (beginsTurn ? `>> ${text}` : text))
}

async function turnsOfCues(...texts: string[]): Promise<string[]> {
  const cues = texts.map((text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}`)
  const { transcript } = await readText(`WEBVTT\n\n${cues.join('\n\n')}\n`)
  return transcript!.segments.map(({ text, beginsTurn }) => (beginsTurn ? `>> ${text}` : text))
}

async function turnsOfText(...lines: string[]): Promise<string[]> {
  const { transcript } = await readText(lines.join('\n'), { fileName: 'a.txt' })
  return transcript!.segments.map(({ text, beginsTurn }) => (beginsTurn ? `>> ${text}` : text))
}

test('dashes at lines and inside them begin turns of nobody, each a line of its own', async () => {
  expect(await turnsOf('subrip/dashes-of-a-dialogue.srt')).toEqual([
    '>> Where were you?',
    '>> At home.',
    'All day long, I suppose.',
    '>> Yes.',
    '>> No.',
    '>> It was cold - very cold - last night.',
    'It was -5 degrees.',
    'So what?',
    '>> Nothing.',
  ])
  const { transcript, problems } = await readFixture('subrip/dashes-of-a-dialogue.srt')
  expect(problems).toEqual([])
  expect(toLines(transcript!, 'paragraphs').length).toBeGreaterThan(5)
})

test('tags, Spanish marks and dashes without a blank; a named voice stays whole', async () => {
  expect(await turnsOf('webvtt/dashes-of-a-dialogue.vtt')).toEqual([
    '>> Hola.',
    '>> ¿Qué tal?',
    '>> Bien.',
    '>> ¿Y tú?',
    '- Hi. - Ho.',
  ])
})

test('lists and minus signs stay', async () => {
  expect(await turnsOf('subrip/lists-and-minus-signs.srt')).toEqual([
    'You need:\n- two eggs\n- a pinch of salt',
    'And then:\n- stir\n- wait',
    '- 5 degrees outside, - 8 at night.',
  ])
})

test.each([
  ['one cue only', ['- Yes.\n- No.', 'We walked home.']],
  ['asides', ['It was cold - very cold.', 'He left. — The end.', 'We – that is, I – went.']],
  ['broken-off speech', ['I never--', '-- said that.', '—and then', 'No-one did.']],
  [
    'lists of sentences',
    ['Flour:\n- Two cups.\n- Sifted.', '- One.\n- Two.\n- Three.', '- A.\n- B.'],
  ],
  ['lists in capitals', ['- Eggs\n- Milk', '- Salt\n- Flour']],
])('%s: no turns', async (_, texts) => {
  expect(await turnsOfCues(...texts)).toEqual(texts)
})

test('scripts without capitals, and figures behind a question', async () => {
  expect(
    await turnsOfCues(
      '－ 行く？',
      '– どこですか。\n– 家です。',
      '– 何時？ – 5時です。',
      '– هل نمت؟\n– نعم.',
    ),
  ).toEqual([
    '>> 行く？',
    '>> どこですか。',
    '>> 家です。',
    '>> 何時？',
    '>> 5時です。',
    '>> هل نمت؟',
    '>> نعم.',
  ])
})

test('names behind dashes are names', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:00.000 --> 00:02.000\n- Ada: Hello.\n- Tom: Hi.\n\n00:02.000 --> 00:04.000\n- Ada: Well?\n- Tom: Well.\n',
  )
  expect(transcript!.speakers.map(({ name }) => name)).toEqual(['Ada', 'Tom'])
  expect(transcript!.segments.map(({ text }) => text)).toEqual(['Hello.', 'Hi.', 'Well?', 'Well.'])
})

test('dashes of prose begin turns where somebody asks', async () => {
  expect(await turnsOf('plain-text/dashes-of-a-dialogue.txt')).toEqual([
    'Im Hafen',
    '>> Wann fuhr die letzte Fähre?',
    '>> Um neun. Danach war\nalles dunkel.',
    '>> Und dann?',
    '>> Dann ging ich heim.',
    'Er lachte.',
    '>> Wirklich?',
    '>> Ja.',
  ])
})

test.each([
  ['a shopping list', ['Bring these:', '- eggs', '- milk', '- bread', '- a rope?']],
  [
    'an agenda of sentences',
    ['- Review the minutes.', '- Discuss the budget.', '- Choose a date.', '- Any other business?'],
  ],
  ['temperatures', ['- 5 degrees', '- 8 degrees', '- 3 degrees', 'Cold? Very. And tomorrow?']],
])('%s is no dialogue', async (_, lines) => {
  expect(await turnsOfText(...lines)).toEqual(lines)
})

test('names in emphasis are names', async () => {
  for (const path of [
    'plain-text/names-in-emphasis.txt',
    'timed-text/names-and-times-in-bold.txt',
  ]) {
    const { transcript } = await readFixture(path)
    expect(transcript!.segments.map(({ text }) => text).join(' ')).not.toContain('*')
    expect(transcript!.segments.every(({ speaker }) => speaker !== null)).toBe(true)
  }
})

test('tags, positions, sounds and songs in a dialogue, and turns without periods', async () => {
  expect(
    await turnsOfCues('<i>- Where were you?</i>\n<i>- At home.</i>', '- [laughs]\n- ♪ La la ♪'),
  ).toEqual(['>> Where were you?', '>> At home.', '>> [laughs]', '>> ♪ La la ♪'])
  expect(
    await turnsOfCues('- Good evening\n- Good evening', '- How are you?\n- Fine, thanks'),
  ).toEqual(['>> Good evening', '>> Good evening', '>> How are you?', '>> Fine, thanks'])
})

test('names that stand once are names in bold with their time', async () => {
  const { transcript } = await readText(
    '**[00:01:02] Anna:** Hello.\n\n**[00:01:05] Tom Lee:** Hi.\n',
    { fileName: 'a.txt' },
  )
  expect(transcript!.speakers.map(({ name }) => name)).toEqual(['Anna', 'Tom Lee'])
  expect(transcript!.segments.map(({ start, text }) => [start, text])).toEqual([
    [62, 'Hello.'],
    [65, 'Hi.'],
  ])
})
