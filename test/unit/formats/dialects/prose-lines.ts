import { createRandom, type Random } from './random.ts'

/** A line in which a colon stands behind words that nobody speaks. */
export interface ProseLine {
  readonly kind: string
  readonly line: string
}

const things = ['mill', 'river', 'jetty', 'kettle', 'lease', 'boat', 'ferry', 'bridge', 'harbour']
const names = ['May', 'Ada', 'Rena Park', 'the captain', 'my uncle', 'nobody', 'a neighbour']
const heads = 'Bottom Harbour Spring Water Second Quiet Northern Open Last Market'.split(' ')
const tails = 'Line Works Crossing Report Meeting Years Budget Accounts Street Plan'.split(' ')
const phrases = 'the rain stopped,it was late,nothing had changed,both sides agreed'.split(',')

const number = (random: Random, most: number) => 1 + random.below(most)
const rest = (r: Random) => `the ${r.pick(things)} is ${r.pick(['old', 'gone', 'open', 'green'])}.`
const two = (value: number) => String(value).padStart(2, '0')

type Rule = (random: Random) => string

/** One rule for each kind of line. What stands before the colon seldom comes twice in a text. */
const kinds: Readonly<Record<string, Rule>> = {
  headings: (r) => `${r.pick(heads)} ${r.pick(tails)}: ${rest(r)}`,
  'long headings': (r) => `${r.pick(heads)} ${r.pick(tails)} ${r.pick(tails)}: ${rest(r)}`,
  'numbered headings': (r) =>
    `${r.pick(['Chapter', 'Part', 'Step', 'Lesson', 'Item'])} ${number(r, 99)}: ${rest(r)}`,
  verses: (r) => `${r.pick(['Ps.', 'Gen.', 'Rom.', 'Luke'])} ${number(r, 150)}: ${rest(r)}`,
  'he said': (r) =>
    `${r.pick(['he', 'She', 'then they', 'My uncle', 'The captain'])} ${r.pick(['said', 'asked', 'wrote', 'told us'])}: ${rest(r)}`,
  'a sentence': (r) =>
    `The ${r.pick(things)} closed in ${r.pick(['May', 'spring'])}. One thing was clear: ${rest(r)}`,
  clauses: (r) =>
    `${r.pick(['When', 'Because', 'Although', 'As'])} ${r.pick(phrases)} by the ${r.pick(things)}: ${rest(r)}`,
  matters: (r) => `On the matter of the ${r.pick(things)} and the ${r.pick(things)}: ${rest(r)}`,
  'there is': (r) => `There is one ${r.pick(things)} that ${r.pick(names)} never saw: ${rest(r)}`,
  'times of day': (r) =>
    `${r.pick(['At ', 'From ', 'Until ', ''])}${number(r, 23)}:${two(r.below(60))}: ${rest(r)}`,
  'times inside': (r) => `At ${number(r, 12)}:${two(r.below(60))} the ${r.pick(things)} opens.`,
  ratios: (r) =>
    `The ${r.pick(things)} was built at ${number(r, 9)}:${number(r, 9)}, and ${rest(r)}`,
  addresses: (r) => `https://example.org/${r.pick(things)}/${number(r, 999)}: ${rest(r)}`,
  'addresses with ports': (r) =>
    `See localhost:${8000 + r.below(999)} and http://a.example: ${rest(r)}`,
  fields: (r) =>
    `${r.pick(['Date', 'Location', 'Subject', 'Source', 'Note', 'Warning', 'PS'])}: ${rest(r)}`,
  lists: (r) => `${number(r, 40)}. ${r.pick(heads)}: ${rest(r)}`,
  bullets: (r) => `- ${r.pick(heads)} ${r.pick(tails)} ${number(r, 40)}: ${rest(r)}`,
  adverbs: (r) =>
    `${r.pick(['However', 'Also', 'In short', 'To be fair', 'Once more', 'First'])}: ${rest(r)}`,
  years: (r) => `${1800 + r.below(220)}: ${rest(r)}`,
  places: (r) => `${r.pick(heads)}${r.pick(things)}, ${1800 + r.below(220)}: ${rest(r)}`,
  quotes: (r) => `“${r.pick(heads)} ${r.pick(things)}”: ${rest(r)}`,
  questions: (r) => `What did ${r.pick(names)} see at the ${r.pick(things)}? This: ${rest(r)}`,
  equations: (r) => `x = ${number(r, 99)}: ${rest(r)}`,
  'in other languages': (r) =>
    r.pick([
      `Das ist die Frage nach dem ${r.pick(heads)}: ${rest(r)}`,
      `Voilà ce qui reste du ${r.pick(heads)} : ${rest(r)}`,
      `Lo que pasó en ${r.pick(heads)}: ${rest(r)}`,
    ]),
}

const plain: Rule = (r) =>
  `We walked to the ${r.pick(things)} with ${r.pick(names)}, and ${r.pick(phrases)}.`

/** Lines of every kind in turn. */
export function proseLines(count: number, seed: number): ProseLine[] {
  const random = createRandom(seed)
  const order = Object.keys(kinds)
  return Array.from({ length: count }, (_, index) => {
    const kind = order[index % order.length]!
    return { kind, line: kinds[kind]!(random) }
  })
}

/** Lines without a colon, to stand between the others. */
export function plainLines(count: number, seed: number): string[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => plain(random))
}
