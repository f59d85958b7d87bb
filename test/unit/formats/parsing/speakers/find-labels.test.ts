import { expect, test } from 'vitest'
import { findLabels } from '#formats/parsing/speakers/find-labels.ts'
import { labelIn } from '#formats/parsing/speakers/speaker-label.ts'

/** The names that are accepted, text by text. */
const namesIn = (texts: readonly string[], isProse = false) => {
  const labels = findLabels(texts, { isProse })
  return texts.map((text) => labels.labelOf(text)?.name ?? null)
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `It rained on day ${at}.`)

test.each([
  ['Ada: hello', 'Ada'],
  ['Dr. van der Berg: hello', 'Dr. van der Berg'],
  ['Ada (host): hello', 'Ada (host)'],
  ['>> Ada: hello', 'Ada'],
  ['- Ada: hello', 'Ada'],
  ['**Ada:** hello', 'Ada'],
  ['**Ada**: hello', 'Ada'],
  ['BY MS. PARK: hello', 'MS. PARK'],
  ['田中：こんにちは', '田中'],
  ['Team:North: hello', 'Team:North'],
  ['[SPEAKER_00]: hello', 'SPEAKER_00'],
  ['ada.park@mail.example: hello', 'ada.park@mail.example'],
])('the label of %j is %j', (text, name) => {
  expect(labelIn(text, 'colon')).toEqual({ name, length: text.search(/hello|こ/) })
})

test.each([
  '10:30 we stop',
  '[00:10:30] Ada: no',
  'https://example.org is where',
  'Ratio:1',
  'Ada:',
  'Ada\nsaid: no',
])('%j has no label', (text) => {
  expect(labelIn(text, 'colon')).toBeNull()
})

test.each([
  ['[SPEAKER_00] hello', 'SPEAKER_00'],
  ['<Спикер №1> hello', 'Спикер №1'],
  ['(Host) hello', 'Host'],
])('the label of %j is %j', (text, name) => {
  expect(labelIn(text, 'bracket')).toEqual({ name, length: text.indexOf('hello') })
})

test('where every cue has a label, whatever stands there is the name', () => {
  const names = [
    'Grace Hill',
    'marlow',
    'Grace Hill',
    'Rena Park | Acme',
    'Park, Ada',
    '+1 415-555-0137',
  ]
  expect(namesIn(names.map((name) => `${name}: One thing: yes.`))).toEqual(names)
})

test('where each cue names its own, one without a label is nobody’s', () => {
  const texts = [...Array.from({ length: 19 }, (_, at) => `Ada ${at % 3}: yes.`), 'And no.']
  const labels = findLabels(texts)
  expect(labels.areEverywhere).toBe(true)
  expect(labels.labelOf('And no.')).toBeNull()
})

test.each(['I', 'SPEAKER_00', 'spk_0', 'S1', 'ada park', 'ADA', 'user_42'])(
  '%j is a label where it stands three times among many lines',
  (name) => {
    const texts = [...lines(200), ...Array.from({ length: 3 }, () => `${name}: yes.`)]
    expect(namesIn(texts, true).slice(-3)).toEqual([name, name, name])
  },
)

test.each(['Bottom Line', 'Ps. 23', 'Mary Beard', 'At 10:30', 'he said', 'Tea', 'Note'])(
  '%j is text where it stands once among many lines',
  (name) => {
    expect(namesIn([...lines(200), `${name}: yes.`], true).at(-1)).toBeNull()
  },
)

test.each(['Speaker 2', 'SPEAKER_00', 'Interviewer', 'MR. OAK', 'THE COURT', 'Спикер №2', '話者1'])(
  '%j is a label also where it stands once',
  (name) => {
    expect(namesIn([...lines(200), `${name}: yes.`], true).at(-1)).toBe(name)
  },
)

test.each(['he said', 'The point is', 'Note', 'Chapter 3', 'https'])(
  '%j is no label however often it stands there',
  (name) => {
    const texts = [...lines(50), ...Array.from({ length: 9 }, () => `${name}: yes.`)]
    expect(
      namesIn(texts, true)
        .slice(-9)
        .every((found) => found === null),
    ).toBe(true)
  },
)

test('where one name is in capitals, all in capitals are names', () => {
  const texts = ['MARY: a', 'MARY: b', 'b', 'Sen. ADA PARK, (R) Nevada: c', 'Tea: d', 'e', 'f']
  expect(namesIn(texts, true)).toEqual([
    'MARY',
    'MARY',
    null,
    'Sen. ADA PARK, (R) Nevada',
    null,
    null,
    null,
  ])
})
