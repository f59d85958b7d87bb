import { afterAll, describe, expect, test, vi } from 'vitest'
import { loadAcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'
import { alignScript } from '#alignment/align-script.ts'
import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentSoFar,
  AlignmentStep,
} from '#alignment/alignment-result.ts'
import { createAligner } from '#alignment/aligner.ts'
import { createAcousticScorer } from '#alignment/scoring/acoustic-scorer.ts'
import type { AcousticScorer, ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { readDictionary } from '#alignment/g2p/pronunciation-dictionary.ts'
import { createLexicon } from '#alignment/g2p/lexicon.ts'
import { pronounceScript } from '#alignment/pronounce-script.ts'
import { loadScriptNormaliser } from '#alignment/text-normalisation/normalise-script.ts'
import { openDemo } from '../../support/demo-sound.ts'
import { demoWords } from '../../support/demo-words.ts'
import type { DemoWord } from '../../support/demo-words.ts'
import { modelsOnDisk } from '../../support/models-on-disk.ts'

// Seconds of sound, searched as users' are; on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 })

const { decoder } = await openDemo()
afterAll(() => decoder.dispose())
const model = await loadAcousticModel(modelsOnDisk, 'en-us')
const lexicon = createLexicon({
  language: 'en',
  dictionary: readDictionary(await modelsOnDisk.read('en-us/dict.txt')),
})
const normalise = await loadScriptNormaliser('en')

/** What is heard of the demo is heard once for all tests. */
const scorer = ((): AcousticScorer => {
  const blocks = new Map<number, Promise<ScoredBlock>>()
  const real = createAcousticScorer(model, decoder)
  return {
    concurrency: 1,
    scoreBlock(block) {
      const known = blocks.get(block) ?? real.scoreBlock(block)
      blocks.set(block, known)
      return known
    },
  }
})()

interface Finished {
  readonly steps: readonly AlignmentStep[]
  readonly words: readonly AlignedWord[]
  readonly outcome: AlignmentOutcome
}

async function finish(
  run: AsyncGenerator<AlignmentStep, AlignmentOutcome, void>,
): Promise<Finished> {
  const steps: AlignmentStep[] = []
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- A step follows from the one before.
    const { done, value } = await run.next()
    if (done) return { steps, words: steps.flatMap(({ words }) => words), outcome: value }
    steps.push(value)
  }
}

const align = (order: AlignmentOrder) =>
  finish(
    alignScript(order, {
      model,
      scorer,
      pronounced: pronounceScript(normalise(order.script), { lexicon, triphones: model.triphones }),
    }),
  )

/** The demo's sentences that are said in English in these seconds, a line each. */
function sentences({ start, end }: { start: number; end: number }): DemoWord[][] {
  const lines: DemoWord[][] = [[]]
  for (const word of demoWords()) {
    if (word.start < start || word.end > end || word.text.startsWith('[')) continue
    if (/\p{Script=Arabic}/u.test(word.text)) continue
    lines.at(-1)!.push(word)
    if (/[.?!]$/.test(word.text)) lines.push([])
  }
  return lines.filter((words) => words.length > 0)
}

const textOf = (words: readonly DemoWord[]) => words.map(({ text }) => text).join(' ')

const scriptOf = (texts: readonly string[]) => ({
  language: 'en',
  lines: texts.map((text) => ({ text, kind: 'speech' as const })),
})

/** How far from the truth each word begins, seconds; `lines` is what the script's lines are, `null` for what is not said. */
function offsets(
  words: readonly AlignedWord[],
  lines: readonly (readonly DemoWord[] | null)[],
): number[] {
  return words.flatMap(({ line, from, start }) => {
    const said = lines[line]
    if (!said) return []
    const before = textOf(said).slice(0, from).split(' ').length - 1
    return [Math.abs(start - said[before]!.start)]
  })
}

const share = (numbers: readonly number[], part: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(part * numbers.length)]!

/** The demo's own times are those of its synthetic voices. */
function expectClose(off: readonly number[]) {
  expect(share(off, 0.5)).toBeLessThan(0.04)
  expect(share(off, 0.9)).toBeLessThan(0.1)
  expect(Math.max(...off)).toBeLessThan(0.25)
}

const orderOf = (lines: readonly (readonly DemoWord[])[], duration: number): AlignmentOrder => ({
  script: scriptOf(lines.map(textOf)),
  anchors: [],
  duration,
  soFar: null,
})

// More than one window of the search holds `more`.
const half = sentences({ start: 0, end: 21 })
const more = sentences({ start: 0, end: 65 })
const wordCount = (lines: readonly (readonly DemoWord[])[]) => lines.flat().length
const wholeRun = align(orderOf(more, 65))

test('the words of the demo are found where they are', async () => {
  const aligner = await createAligner({ language: 'en', files: modelsOnDisk })
  const { words, steps, outcome } = await finish(aligner.align(orderOf(half, 21), decoder))
  expect(outcome).toMatchObject({ kind: 'aligned', method: 'heard' })
  expect(words).toHaveLength(wordCount(half))
  expectClose(offsets(words, half))
  expect(steps.at(-1)).toMatchObject({ decidedLines: half.length, heardUntil: 21 })
})

test('words are in order of the text and of time, and none lasts no time', async () => {
  const { words } = await wholeRun
  let last = { line: 0, to: 0, end: 0 }
  for (const { line, from, to, start, end } of words) {
    expect(line === last.line ? from : to).toBeGreaterThanOrEqual(line === last.line ? last.to : 0)
    expect(line).toBeGreaterThanOrEqual(last.line)
    expect(start).toBeGreaterThanOrEqual(last.end)
    expect(end).toBeGreaterThan(start)
    last = { line, to, end }
  }
})

test('a line that is not spoken has no times, and the lines beside it keep theirs', async () => {
  const absent =
    'The minister of agriculture welcomed four hundred beekeepers to the northern province.'
  const at = 5
  const texts = half.map(textOf).toSpliced(at, 0, absent)
  const { words, steps } = await align({ ...orderOf(half, 21), script: scriptOf(texts) })
  expect(words.filter(({ line }) => line === at)).toEqual([])
  expect(steps.flatMap(({ issues }) => issues)).toContainEqual(
    expect.objectContaining({ line: at, reason: 'not-heard' }),
  )
  const others = words.filter(({ line }) => line !== at)
  // A short word beside the gap may be lost.
  expect(others.length).toBeGreaterThanOrEqual(wordCount(half) - 2)
  expectClose(offsets(others, [...half.slice(0, at), null, ...half.slice(at)]))
})

test('gone on with from any step, it comes to the same', async () => {
  const { steps, words: inOneGo } = await wholeRun
  expect(steps.length).toBeGreaterThan(1)
  for (let taken = 1; taken < steps.length; taken++) {
    const known = steps.slice(0, taken)
    const { heardUntil, decidedLines } = known.at(-1)!
    const soFar: AlignmentSoFar = {
      heardUntil,
      decidedLines,
      words: known.flatMap(({ words }) => words),
      issues: known.flatMap(({ issues }) => issues),
    }
    // oxlint-disable-next-line no-await-in-loop -- One core is enough for a test.
    const rest = await align({ ...orderOf(more, 65), soFar })
    const all = [...soFar.words, ...rest.words]
    const place = ({ line, from, to }: AlignedWord) => `${line} ${from}–${to}`
    expect(all.map(place)).toEqual(inOneGo.map(place))
    all.forEach((word, at) => expect(Math.abs(word.start - inOneGo[at]!.start)).toBeLessThan(0.03))
  }
})

describe('an anchor', () => {
  const line = 4

  test.each([
    { name: 'where its line begins', off: 0 },
    { name: 'too late', off: 0.8 },
    { name: 'too early', off: -0.8 },
  ])('$name is not crossed', async ({ off }) => {
    const time = half[line]![0]!.start + off
    const { words } = await align({ ...orderOf(half, 21), anchors: [{ line, time }] })
    const before = words.filter((word) => word.line < line)
    const after = words.filter((word) => word.line >= line)
    expect(before.length).toBeGreaterThan(10)
    expect(after.length).toBeGreaterThan(15)
    expect(Math.max(...before.map(({ end }) => end))).toBeLessThanOrEqual(time)
    expect(Math.min(...after.map(({ start }) => start))).toBeGreaterThanOrEqual(time)
  })
})

// than it was searched.
test('an anchor in the middle of a sentence is not crossed', async () => {
  const sentence = half.findIndex((words) => words.length > 10)
  const cut = Math.floor(half[sentence]!.length / 2)
  const lines = half.toSpliced(
    sentence,
    1,
    half[sentence]!.slice(0, cut),
    half[sentence]!.slice(cut),
  )
  const line = sentence + 1
  for (const off of [-0.1, 0, 0.1]) {
    const time = lines[line]![0]!.start + off
    // oxlint-disable-next-line no-await-in-loop -- One core is enough for a test.
    const { words } = await align({ ...orderOf(lines, 21), anchors: [{ line, time }] })
    const before = words.filter((word) => word.line < line)
    const after = words.filter((word) => word.line >= line)
    expect(Math.max(...before.map(({ end }) => end)), `${off} s off`).toBeLessThanOrEqual(time)
    expect(Math.min(...after.map(({ start }) => start))).toBeGreaterThanOrEqual(time)
  }
})

test('only the range that is wanted is looked at', async () => {
  const range = { start: 36.2, end: 54 }
  const lines = sentences(range)
  const { words, steps } = await align({ ...orderOf(lines, 190), range })
  expect(words).toHaveLength(wordCount(lines))
  expectClose(offsets(words, lines))
  for (const { start, end } of words) {
    expect(start).toBeGreaterThanOrEqual(range.start)
    expect(end).toBeLessThanOrEqual(range.end)
  }
  expect(steps.at(-1)!.heardUntil).toBeCloseTo(range.end, 5)
})

test('the text of another recording is refused', async () => {
  const texts = [
    'Whisk the egg whites with sugar until stiff peaks form, then fold in the flour.',
    'Pour the batter into a buttered mould and bake it for forty minutes.',
    'Leave the cake to cool before you spread apricot jam over the top.',
  ]
  const { outcome, words } = await align({ ...orderOf(half, 15), script: scriptOf(texts) })
  expect(outcome).toEqual({ kind: 'refused', why: 'not-together' })
  expect(words.filter(({ confidence }) => confidence >= 0.5)).toEqual([])
})

describe('gone on with, an alignment counts what was found before', () => {
  const texts = ['Good evening and welcome.', 'In 1987 nobody knew.', 'What did they say?']
  const wordsOf = (line: number, confidence: number): AlignedWord[] =>
    Array.from(texts[line]!.matchAll(/\w+/g), ({ index, 0: word }, at) => {
      const start = 5 * line + at / 2
      const [from, to] = [index, index + word.length]
      return { line, from, to, start, end: start + 0.4, confidence }
    })
  const nothingLeft = (found: Pick<AlignmentSoFar, 'words' | 'issues'>) =>
    align({
      ...orderOf(half, 15),
      script: scriptOf(texts),
      soFar: { heardUntil: 15, decidedLines: 3, ...found },
    })
  const notHeard = (line: number) =>
    ({ line, from: 0, to: texts[line]!.length, reason: 'not-heard' }) as const

  test('in its tally', async () => {
    const { outcome } = await nothingLeft({
      words: [...wordsOf(0, 0.9), ...wordsOf(1, 0.3)],
      issues: [notHeard(2)],
    })
    const tally = { sure: 4, unsure: 4, notHeard: 4 }
    expect(outcome).toEqual({ kind: 'aligned', method: 'heard', tally })
  })

  test('as unsure where its times were put aside, for they were far from those of the file', async () => {
    const issues = [{ ...notHeard(1), reason: 'unclear' as const }]
    const { outcome } = await nothingLeft({
      words: [...wordsOf(0, 0.9), ...wordsOf(2, 0.9)],
      issues,
    })
    expect(outcome).toMatchObject({ tally: { sure: 8, unsure: 4, notHeard: 0 } })
  })

  test('where text and sound are no pair, too', async () => {
    const issues = [notHeard(0), notHeard(1), notHeard(2)]
    expect((await nothingLeft({ words: [], issues })).outcome.kind).toBe('refused')
  })
})

test('the text of another recording is refused when it was stopped and goes on, too', async () => {
  const texts = [
    'Whisk the egg whites with sugar until stiff peaks form, then fold in the flour.',
    'Pour the batter into a buttered mould and bake it for forty minutes.',
  ]
  const soFar = { heardUntil: 5, decidedLines: 0, words: [], issues: [] }
  const { outcome } = await align({ ...orderOf(half, 15), script: scriptOf(texts), soFar })
  expect(outcome).toEqual({ kind: 'refused', why: 'not-together' })
})

test('a sound that lasts no time is no pair with any text', async () => {
  const { outcome } = await align(orderOf(half, 0))
  expect(outcome.kind).toBe('refused')
})

test('a text in which nothing is said is refused', async () => {
  const { outcome } = await align({ ...orderOf(half, 21), script: scriptOf(['[Music]', '—']) })
  expect(outcome).toEqual({ kind: 'refused', why: 'nothing-to-say' })
})
