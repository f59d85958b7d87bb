import fc from 'fast-check'
import { tokens } from './tokens.mjs'

const encoder = new TextEncoder()

/** A seeded generator of 32 bits (mulberry32), so that a run can be repeated. */
export function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit) => Math.floor(next() * limit)
  return { below, pick: (list) => list[below(list.length)], seed: () => below(2 ** 31) }
}

const concatenate = (...parts) => new Uint8Array(Buffer.concat(parts))

/** One change each: of bytes, of tokens and lines, or of two files at once. */
const mutations = {
  'bytes changed'(bytes, random) {
    const changed = bytes.slice()
    for (let left = 1 + random.below(8); left > 0 && bytes.length > 0; left -= 1)
      changed[random.below(bytes.length)] = random.below(256)
    return changed
  },
  'cut short': (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  'range removed'(bytes, random) {
    const from = random.below(bytes.length + 1)
    return concatenate(bytes.slice(0, from), bytes.slice(from + random.below(200)))
  },
  'range repeated'(bytes, random) {
    const from = random.below(bytes.length + 1)
    const part = bytes.slice(from, from + random.below(200))
    const copies = Array.from({ length: 1 + random.below(20) }, () => part)
    return concatenate(bytes.slice(0, from), ...copies, bytes.slice(from))
  },
  'token inserted'(bytes, random) {
    const at = random.below(bytes.length + 1)
    return concatenate(bytes.slice(0, at), encoder.encode(random.pick(tokens)), bytes.slice(at))
  },
  'number replaced'(bytes, random) {
    const numbers = ['-1', '0', '1e999', '99999999999', '0.0000001', '', 'NaN', '٣']
    return replaceMatch(bytes, { pattern: /\d+(?:\.\d+)?/g, by: random.pick(numbers), random })
  },
  'word replaced by a token': (bytes, random) =>
    replaceMatch(bytes, { pattern: /[\w"<>[\]{}:,]+/g, by: random.pick(tokens), random }),
  'lines swapped'(bytes, random) {
    const lines = Buffer.from(bytes).toString('latin1').split('\n')
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    ;[lines[a], lines[b]] = [lines[b], lines[a]]
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'))
  },
  'spliced with another file': (bytes, random, other) =>
    concatenate(
      bytes.slice(0, random.below(bytes.length + 1)),
      other.slice(random.below(other.length + 1)),
    ),
}

function replaceMatch(bytes, { pattern, by, random }) {
  const text = Buffer.from(bytes).toString('latin1')
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return bytes
  const { index, 0: match } = random.pick(found)
  const start = Buffer.from(text.slice(0, index), 'latin1')
  return concatenate(
    start,
    encoder.encode(by),
    Buffer.from(text.slice(index + match.length), 'latin1'),
  )
}

const generated = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'grapheme', maxLength: 12 })), {
      maxLength: 60,
    })
    .map((parts) => encoder.encode(parts.join(''))),
  fc.json().map((json) => encoder.encode(json)),
)

/**
 * The next input: nine times in ten a fixture with one to four mutations, else made by fast-check.
 *
 * @param {readonly { name: string, bytes: Uint8Array }[]} fixtures
 */
export function nextInput(fixtures, random) {
  const { name, bytes } = random.pick(fixtures)
  if (random.below(10) === 0) {
    const [made] = fc.sample(generated, { numRuns: 1, seed: random.seed() })
    return { name, bytes: made, how: 'made by fast-check' }
  }
  let mutated = bytes
  const how = []
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const kind = random.pick(Object.keys(mutations))
    mutated = mutations[kind](mutated, random, random.pick(fixtures).bytes)
    how.push(kind)
  }
  return { name, bytes: mutated.slice(0, 256 * 1024), how: how.join(', ') }
}
