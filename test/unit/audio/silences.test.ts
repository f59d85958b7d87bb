import { describe, expect, test } from 'vitest'
import { detectSilences } from '#audio/silences.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

/** Chance that comes out the same each time, 0 to 1. */
function createChance(seed = 1) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
}

const byteOf = (decibels: number) => Math.round(Math.min(1, 10 ** (decibels / 20)) * 255)

/**
 * Peaks of a scene, in short: `say 4 -6` is four seconds of syllables that reach -6 dB, `rest 1` a second in
 * which only the noise is heard, `click 2` two peaks of full scale. The noise is there all the time, dB.
 */
function peaksOf(scene: string, { noise = -45 } = {}): Uint8Array {
  const chance = createChance()
  const peaks: number[] = []
  const add = (count: number, level: (at: number) => number) => {
    for (let at = 0; at < count; at++) {
      peaks.push(byteOf(Math.max(noise + 4 * chance() - 2, level(at))))
    }
  }
  for (const part of scene.split(',')) {
    const [what, amount, level = '-6'] = part.trim().split(' ')
    if (what === 'click') add(Number(amount), () => 0)
    else if (what === 'rest') add(Math.round(Number(amount) * 100), () => -Infinity)
    // A syllable of 0.2 s: it fades by 15 dB, and the next one begins.
    else
      add(Number(amount) * 100, (at) => Number(level) - 15 * ((at % 20) / 20) ** 2 - 2 * chance())
  }
  return Uint8Array.from(peaks)
}

/** Rounded to hundredths: `1.05-1.95`. */
const found = (peaks: Uint8Array) =>
  detectSilences(peaks)?.map(({ start, end }) => `${start.toFixed(2)}-${end.toFixed(2)}`) ?? null

describe('a silence', () => {
  test('is where there is only noise, less a margin for the breath at each side', () => {
    expect(found(peaksOf('say 5, rest 1, say 5'))).toEqual(['5.05-5.95'])
  })

  test('at the beginning and at the end reaches to the edge', () => {
    expect(found(peaksOf('rest 1, say 5, rest 2'))).toEqual(['0.00-0.95', '6.05-8.00'])
  })

  test.each([-60, -45, -36])('is found over noise of %i dB', (noise) => {
    expect(found(peaksOf('say 9, rest 1, say 9', { noise }))).toEqual(['9.05-9.95'])
  })

  test('lasts 0.3 s at least: the closure of a plosive is none', () => {
    expect(found(peaksOf('rest 1, say 5, rest 0.15, say 5, rest 0.3, say 5'))).toEqual([
      '0.00-0.95',
    ])
  })

  test('is not ended by a click', () => {
    expect(found(peaksOf('say 5, rest 1, click 3, rest 1, say 5'))).toEqual(['5.05-6.98'])
  })

  test('is ended by what is longer than a click', () => {
    expect(found(peaksOf('say 5, rest 1, click 4, rest 1, say 5'))).toEqual([
      '5.05-5.95',
      '6.09-6.99',
    ])
  })

  test('is ended by the plosive of a word that begins', () => {
    // a burst of 20 ms, 40 ms of breath, and the vowel
    expect(found(peaksOf('say 5, rest 1, click 2, rest 0.04, say 5'))).toEqual(['5.05-5.95'])
  })
})

describe('audio that is not silence', () => {
  test('a quiet speaker after a loud one', () => {
    const quiet = peaksOf('say 120 -3, rest 1, say 120 -24', { noise: -50 })
    expect(found(quiet)).toEqual(['120.05-120.95'])
  })

  test('a quiet speaker between a loud one, turn by turn', () => {
    const turns = Array.from({ length: 12 }, () => 'say 8 -3, rest 0.6, say 8 -23, rest 0.6')
    const silences = detectSilences(peaksOf(turns.join(','), { noise: -50 }))!
    expect(silences).toHaveLength(24)
    expect(Math.max(...silences.map(({ start, end }) => end - start))).toBeLessThan(0.7)
  })

  test('a quiet voice in a quiet room after a noisy one', () => {
    const speech = (level: number) => Array(6).fill(`say 18 ${level}, rest 2`).join(',')
    const noisy = peaksOf(speech(-3), { noise: -25 })
    const quiet = peaksOf(speech(-26), { noise: -50 })
    const silences = found(Uint8Array.from([...noisy, ...quiet]))!
    expect(silences.filter((each) => Number.parseFloat(each) > 120)).toEqual(
      [138, 158, 178, 198, 218].map((end) => `${end}.05-${end + 1}.95`).concat('238.05-240.00'),
    )
  })
})

test('five minutes of nothing between two voices are one silence', () => {
  expect(found(peaksOf('say 60, rest 300, say 60'))).toEqual(['60.05-359.95'])
})

test.each([
  ['nothing', new Uint8Array(0)],
  ['no sound at all', new Uint8Array(60_000)],
  ['noise', peaksOf('rest 60', { noise: -30 })],
  ['the full scale throughout', new Uint8Array(60_000).fill(255)],
])('in %s no pauses are found', (_, peaks) => {
  expect(detectSilences(peaks)).toBeNull()
})

test('each silence comes after the one before it, whatever the peaks', () => {
  const chance = createChance(7)
  const peaks = Uint8Array.from({ length: 20_000 }, () => (chance() < 0.5 ? 0 : chance() * 256))
  for (const run of [0, 4_000, 9_000]) peaks.fill(run % 3, run, run + 800)
  const silences = detectSilences(peaks)!
  expect(silences.length).toBeGreaterThan(1)
  silences.forEach(({ start, end }, at) => {
    expect(end - start).toBeGreaterThanOrEqual(0.3)
    expect(start).toBeGreaterThanOrEqual(silences[at - 1]?.end ?? 0)
  })
})

test('ten hours take well under a second', async () => {
  const minute = peaksOf('say 20, rest 1, say 19, rest 0.5, say 19, rest 0.5')
  const peaks = new Uint8Array(3_600_000).map((_, at) => minute[at % minute.length]!)
  const least = await leastProcessorMs(3, () => {
    expect(detectSilences(peaks)).toHaveLength(1_800)
  })
  expect(least).toBeLessThan(1_000)
})
