import { describe, expect, test } from 'vitest'
import { transcribeDraft } from '#alignment/draft-transcript.ts'
import type { DraftStep } from '#alignment/draft-transcript.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import { soundOf, tones } from './recogniser/synthetic-decoder.ts'
import type { Part } from './recogniser/synthetic-decoder.ts'

const speech = (seconds: number): Part => ({ seconds, level: 0.3 })
const silence = (seconds: number): Part => ({ seconds, level: 0 })

/** The edge: hears these texts, one a chunk. */
function recogniserOf(texts: readonly string[]): Recogniser {
  const left = [...texts]
  return { transcribe: async () => left.shift() ?? '', dispose: async () => undefined }
}

async function draft(parts: readonly Part[], texts: readonly string[], from?: number) {
  const steps: DraftStep[] = []
  const order = {
    recogniser: recogniserOf(texts),
    sound: soundOf(tones(parts, 16_000), 16_000),
    duration: parts.reduce((sum, { seconds }) => sum + seconds, 0),
    soFar: from === undefined ? null : { heardUntil: from },
  }
  for await (const step of transcribeDraft(order)) steps.push(step)
  return steps
}
const textsOf = (steps: readonly DraftStep[]) =>
  steps.flatMap(({ lines }) => lines.map(({ text }) => text))

describe('a draft', () => {
  test('has a line for each sentence, and ends with the recording', async () => {
    const steps = await draft(
      [speech(6), silence(1), speech(6)],
      ['Good evening. This is the news.', 'It rains.'],
    )
    expect(textsOf(steps)).toEqual(['Good evening.', 'This is the news.', 'It rains.'])
    expect(steps.at(-1)!.heardUntil).toBe(13)
    const [, , last] = steps.flatMap(({ lines }) => lines)
    expect(last!.from).toBeCloseTo(6.9, 1)
  })

  test('waits for the end of a sentence that goes on after a short pause', async () => {
    const steps = await draft(
      [speech(6), silence(0.5), speech(6)],
      ['So they met on', 'a video call. Then they left.'],
    )
    expect(textsOf(steps)).toEqual(['So they met on a video call.', 'Then they left.'])
    // Stopped in between, it would begin with this sentence again.
    expect(steps[0]).toEqual({ heardUntil: 0, lines: [] })
  })

  test('ends a line at a long pause, sentence or not', async () => {
    const steps = await draft([speech(6), silence(4), speech(6)], ['and so', 'we begin'])
    expect(textsOf(steps)).toEqual(['and so', 'we begin'])
  })

  test('tells the last sentence even when it never ends', async () => {
    expect(textsOf(await draft([speech(3)], ['and then']))).toEqual(['and then'])
  })

  test('goes on where it stopped', async () => {
    const steps = await draft([speech(6), silence(1), speech(6)], ['It rains.'], 6.7)
    expect(textsOf(steps)).toEqual(['It rains.'])
    expect(steps[0]!.lines[0]!.from).toBeGreaterThan(6.6)
  })

  test('of silence has no lines', async () => {
    expect(await draft([silence(30)], [])).toEqual([{ heardUntil: 30, lines: [] }])
  })
})
