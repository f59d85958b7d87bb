import { expect, test } from 'vitest'
import { say, stretches } from './verbalise.ts'

test.each([
  ['Good morning, Everyone!', 'good morning everyone'],
  ['Don’t — it isn’t ‘fair’.', "don't it isn't fair"],
  ['“Yes,” she said…well, no.', 'yes she said well no'],
  ['well-known mother-in-law', 'well known mother in law'],
  ['yes—no', 'yes no'],
  ['wait...what--now', 'wait what now'],
  ['the London–Paris train', 'the london paris train'],
  ["Get 'em, 'cause I said so", "get 'em 'cause i said so"],
  ["rock 'n' roll", 'rock and roll'],
  ['*very* _good_ **indeed**', 'very good indeed'],
  ['cafe\u0301 na\u00efve', 'caf\u00e9 na\u00efve'],
  ['his/her and/or', 'his her and or'],
  ['bread & butter + jam', 'bread and butter plus jam'],
  ['¿ § • | ~ ^ — …', ''],
  ['he was (he was my uncle) there', 'he was he was my uncle there'],
  ['yes,no', 'yes no'],
  ['5 constructor __proto__ toString', 'five constructor proto tostring'],
])('words: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['Mr. Smith, Mrs. Jones and Dr. Who', 'mister smith missus jones and doctor who'],
  ['Prof. St. John of St. Paul', 'professor saint john of saint paul'],
  ['on Main St. today', 'on main street today'],
  ['Roe vs. Wade, etc.', 'roe versus wade et cetera'],
  ['fruit, e.g. apples, i.e. food', 'fruit for example apples that is food'],
  ['No. 5 said no. Five', 'number five said no five'],
  ['the rep. said, rep by rep', 'the representative said rep by rep'],
  ['a Ph.D. from M.I.T.', 'a p h d from m i t'],
  ['Martin Luther King Jr. spoke', 'martin luther king junior spoke'],
  ['A. A. Milne had a cat', 'ay ay milne had a cat'],
])('abbreviations: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['NASA and NATO', 'nasa and nato'],
  ['the FBI, the BBC and the U.N.', 'the f b i the b b c and the u n'],
  ['in the U.S. today', 'in the u s today'],
  ['CDs and DVDs on TV', "c d's and d v d's on t v"],
  ["the CIA's men", "the c i ay's men"],
  ['see AT&T, Q&A, R&B', 'see ay t and t q and ay r and b'],
  ['I was NOT there, it was AWFUL', 'i was not there it was awful'],
  ['see UNESCO, UCLA, HTML, OPEC', 'see unesco u c l ay h t m l opec'],
  ['see COVID-19, F-16, MP3, 3D', 'see covid nineteen f sixteen m p three three d'],
  ['HMM, okay, OK', 'hmm okay ok'],
  ['AIDS and ISIS', 'aids and isis'],
])('capitals: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['earshot.org', 'earshot dot org'],
  ['www.bbc.co.uk/news', 'w w w dot b b c dot co dot u k slash news'],
  ['Write to mail@example.com.', 'write to mail at example dot com'],
  ['https://npr.org/', 'n p r dot org'],
  ['the end.It was', 'the end it was'],
])('addresses: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test('each written word is one stretch without its outer punctuation', async () => {
  expect(await stretches('“In 1987,” well-known Mr. X paid $2 million—no, 3½!')).toEqual([
    'In=in',
    '1987=nineteen,eighty,seven',
    'well-known=well,known',
    'Mr=mister',
    'X=x',
    'paid=paid',
    '$2=two',
    'million=million,dollars',
    'no=no',
    '3½=three,and,a,half',
  ])
})
