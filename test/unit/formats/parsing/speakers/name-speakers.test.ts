import { expect, test } from 'vitest'
import { nameSpeakers } from '#formats/parsing/speakers/name-speakers.ts'

const namesOf = (...texts: string[]) =>
  nameSpeakers(texts.map((text) => ({ text, start: null, end: null }))).map(({ speaker, text }) => [
    speaker,
    text,
  ])

test('a name lasts until the next where the first speech has one', () => {
  expect(namesOf('[music]', 'Ada: One', 'two', 'Ada: three')).toEqual([
    [undefined, '[music]'],
    ['Ada', 'One'],
    ['Ada', 'two'],
    ['Ada', 'three'],
  ])
})

test('a name is for its own segment where the first speech has none', () => {
  expect(namesOf('One', 'Ada: two', 'three', 'Ada: four').map(([speaker]) => speaker)).toEqual([
    undefined,
    'Ada',
    undefined,
    'Ada',
  ])
})

test('what may be a name ends the turn before it', () => {
  expect(namesOf('Ada: One', 'Gilon: two', 'three', 'Ada: four')).toEqual([
    ['Ada', 'One'],
    [undefined, 'Gilon: two'],
    [undefined, 'three'],
    ['Ada', 'four'],
  ])
})

test('a name with nothing said stays text', () => {
  expect(namesOf('Ada:\n', 'Ada: One', 'Ada: two')[0]).toEqual([undefined, 'Ada:\n'])
})
