import { expect, test } from 'vitest'
import { say } from './verbalise.ts'

test.each([
  [
    '0 7 21 105 1,234,567',
    'zero seven twenty one one hundred five one million two hundred thirty four thousand five hundred sixty seven',
  ],
  ['3.5 0.05 .5 -4 +2', 'three point five zero point zero five point five minus four plus two'],
  ['1st 2nd 3rd 21st 100th', 'first second third twenty first one hundredth'],
  [
    '1987 1905 1900 2000 2005 2010 2024 1066',
    'nineteen eighty seven nineteen oh five nineteen hundred two thousand two thousand five twenty ten twenty twenty four ten sixty six',
  ],
  [
    "the 1980s, '80s, 20s, 1900s and mid-1990s",
    'the nineteen eighties eighties twenties nineteen hundreds and mid nineteen nineties',
  ],
  [
    '1914–1918, 1939-45, 10-12',
    'nineteen fourteen to nineteen eighteen nineteen thirty nine to forty five ten to twelve',
  ],
  ['a 50-50 chance', 'a fifty fifty chance'],
  ['5% and 5 % and 2.5%', 'five percent and five percent and two point five percent'],
  ['1/2, 3/4 and 2 1/2', 'one half three quarters and two and a half'],
  ['9/11, 24/7', 'nine eleven twenty four seven'],
  [
    '555-1234 or 800-555-1212',
    'five five five one two three four or eight oh oh five five five one two one two',
  ],
  ['007 and 911', 'oh oh seven and nine one one'],
  ['#5, No. 5, § 5', 'number five number five section five'],
  ['a 20-year-old', 'a twenty year old'],
  ['July 4, 1776', 'july fourth seventeen seventy six'],
  ['1 2 3', 'one two three'],
])('numbers: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['$3.50', 'three dollars and fifty cents'],
  ['$1 and £1', 'one dollar and one pound'],
  ['£20, €5', 'twenty pounds five euros'],
  ['$2 million', 'two million dollars'],
  ['$1.5 billion', 'one point five billion dollars'],
  ['$5m, £3bn', 'five million dollars three billion pounds'],
  ['$0.99', 'ninety nine cents'],
  ['for US$1,000', 'for one thousand dollars'],
  ['$20-a-day', 'twenty dollars a day'],
])('money: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['3:30', 'three thirty'],
  ['at 10:00 pm', 'at ten p m'],
  ['at 10:00.', "at ten o'clock"],
  ['9:05 a.m. sharp', 'nine oh five ay m sharp'],
  ['10am, 3:30pm', 'ten ay m three thirty p m'],
  ['I am 5', 'i am five'],
])('times of day: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['5 km, 5km, 1 km', 'five kilometers five kilometers one kilometer'],
  ['70 mph', 'seventy miles an hour'],
  ['3 kg of it', 'three kilograms of it'],
  ['at 20 °C, 20°', 'at twenty degrees celsius twenty degrees'],
  ['12 m²', 'twelve square meters'],
  ['the km of it', 'the km of it'],
])('units: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))

test.each([
  ['World War II', 'world war two'],
  ['Henry VIII and Louis XIV', 'henry the eighth and louis the fourteenth'],
  ['Chapter IV.', 'chapter four'],
  ['Then I saw', 'then i saw'],
  ['Elizabeth I think', 'elizabeth i think'],
  ['an IV drip', 'an i v drip'],
])('Roman numbers: %s', async (text, spoken) => expect(await say(text)).toBe(spoken))
