import { describe, expect, test } from 'vitest'
import type { AlignmentOrder, AlignmentStep } from '#alignment/alignment-result.ts'
import { createAligner } from '#alignment/aligner.ts'
import { estimateByLength } from '#alignment/estimate.ts'
import { loadScriptNormaliser } from '#alignment/text-normalisation/normalise-script.ts'
import { modelsOnDisk } from '../../support/models-on-disk.ts'

const readAloud = await loadScriptNormaliser('pl')

function orderOf(texts: readonly string[], changes: Partial<AlignmentOrder> = {}): AlignmentOrder {
  const lines = texts.map((text) => ({ text, kind: 'speech' as const }))
  return { script: { language: 'pl', lines }, anchors: [], duration: 60, soFar: null, ...changes }
}

async function estimated(order: AlignmentOrder) {
  const steps: AlignmentStep[] = []
  const run = estimateByLength(order, readAloud(order.script))
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- A step follows from the one before.
    const { done, value } = await run.next()
    if (done) return { steps, words: steps.flatMap(({ words }) => words), outcome: value }
    steps.push(value)
  }
}

describe('an estimate', () => {
  test('spreads the words over the sound, longer ones for longer', async () => {
    const { words, outcome } = await estimated(orderOf(['Dzień dobry', 'a', 'nieprzewidywalny']))
    expect(words[0]!.start).toBe(0)
    expect(words.at(-1)!.end).toBeCloseTo(60, 6)
    words.slice(1).forEach(({ start }, at) => expect(start).toBe(words[at]!.end))
    const lasts = words.map(({ start, end }) => end - start)
    expect(lasts[2]).toBeLessThan(lasts[0]!)
    expect(lasts[3]).toBeGreaterThan(lasts[0]!)
    expect(outcome).toEqual({
      kind: 'aligned',
      method: 'estimated',
      tally: { sure: 0, unsure: 4, notHeard: 0 },
    })
  })

  test('is sure of nothing, and says so of each line that has words', async () => {
    const { words, steps } = await estimated(orderOf(['Dzień dobry', '…', 'Nadia']))
    expect(words.every(({ confidence }) => confidence === 0)).toBe(true)
    expect(steps.flatMap(({ issues }) => issues)).toEqual([
      { line: 0, from: 0, to: 11, reason: 'estimated' },
      { line: 2, from: 0, to: 5, reason: 'estimated' },
    ])
  })

  test('keeps to the range that is wanted', async () => {
    const { words } = await estimated(orderOf(['raz dwa'], { range: { start: 20, end: 30 } }))
    expect([words[0]!.start, words.at(-1)!.end]).toEqual([20, 30])
  })

  test('keeps to the anchors', async () => {
    const anchors = [{ line: 1, time: 50 }]
    const { words } = await estimated(orderOf(['raz dwa trzy', 'cztery'], { anchors }))
    expect(words.find(({ line }) => line === 1)!.start).toBe(50)
    expect(words[2]!.end).toBeLessThanOrEqual(50)
  })

  test('that continues an earlier run reports no word twice', async () => {
    const texts = Array.from({ length: 1000 }, () => 'raz dwa')
    const { steps, words } = await estimated(orderOf(texts))
    const soFar = { ...steps[0]! }
    const rest = await estimated(orderOf(texts, { soFar }))
    expect(soFar.words.length + rest.words.length).toBe(words.length)
    expect(rest.outcome).toMatchObject({ tally: { sure: 0, unsure: words.length, notHeard: 0 } })
  })

  test('of a long text comes in parts, each word once', async () => {
    const texts = Array.from(
      { length: 1000 },
      (_, line) => `wers numer ${'a'.repeat(1 + (line % 7))}`,
    )
    const { steps, words } = await estimated(orderOf(texts, { duration: 3600 }))
    expect(steps.length).toBeGreaterThan(2)
    expect(words.map(({ line, from }) => line * 100 + from)).toEqual(
      texts.flatMap((_, line) => [0, 5, 11].map((from) => line * 100 + from)),
    )
    expect(steps.at(-1)).toMatchObject({ decidedLines: 1000 })
    const heardUntil = steps.map((step) => step.heardUntil)
    expect(heardUntil).toEqual(heardUntil.toSorted((a, b) => a - b))
  })
})

test('a language without a model is estimated, and called so', async () => {
  const aligner = await createAligner({ language: 'pl', files: modelsOnDisk })
  const noSound = {
    decode: () => Promise.reject(new Error('the audio must not be decoded')),
    dispose() {},
  }
  const run = aligner.align(orderOf(['Dzień dobry']), noSound)
  const { value: step } = await run.next()
  expect(step).toMatchObject({ words: [{ line: 0 }, { line: 0 }] })
  expect((await run.next()).value).toMatchObject({ kind: 'aligned', method: 'estimated' })
})

test('a text without a word is refused in any language', async () => {
  const aligner = await createAligner({ language: 'pl', files: modelsOnDisk })
  const run = aligner.align(orderOf(['…']), { decode: () => Promise.resolve(), dispose() {} })
  expect(await run.next()).toEqual({
    done: true,
    value: { kind: 'refused', why: 'nothing-to-say' },
  })
})
