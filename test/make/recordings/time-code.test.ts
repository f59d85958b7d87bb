import { expect, test } from 'vitest'
import { readTime, synthesise } from './time-code.mjs'

/** Between 0 and 1, the same in each run (Lehmer's generator). */
function createChance(seed: number) {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** A window that begins at a time. */
function windowFrom(time: number, length: number, sampleRate: number): Float32Array {
  const first = Math.floor(time)
  const two = new Float32Array(2 * sampleRate)
  two.set(synthesise(first % 3600, sampleRate))
  two.set(synthesise((first + 1) % 3600, sampleRate), sampleRate)
  const from = Math.round((time - first) * sampleRate)
  return two.slice(from, from + length)
}

const windows = [
  { sampleRate: 44_100, length: 4096 },
  { sampleRate: 44_100, length: 8192 },
  { sampleRate: 48_000, length: 4096 },
  { sampleRate: 48_000, length: 8192 },
]

test.each(windows)(
  'a window of $length samples at $sampleRate Hz tells its time',
  ({ sampleRate, length }) => {
    const chance = createChance(7)
    for (let round = 0; round < 6; round++) {
      const within = chance() * (1 - length / sampleRate)
      const time = Math.floor(chance() * 3600) + within
      const middle = time + length / sampleRate / 2
      expect(readTime(windowFrom(time, length, sampleRate), sampleRate)).toBeCloseTo(middle, 2)
    }
  },
)

test('noise as loud as the tones does not change the time that is read', () => {
  const chance = createChance(11)
  for (const second of [5, 1000, 2048, 3599]) {
    const window = windowFrom(second + 0.3, 8192, 48_000)
    const loudest = window.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
    const noisy = window.map((sample) => sample + loudest * (chance() - 0.5))
    expect(readTime(noisy, 48_000)).toBeCloseTo(second + 0.3 + 4096 / 48_000, 2)
  }
})

test('a window across two seconds is not read, or read right', () => {
  const length = 8192
  for (const share of [0.1, 0.4, 0.5, 0.8]) {
    const middle = 1801 + (0.5 - share) * (length / 48_000)
    const time = readTime(windowFrom(middle - length / 2 / 48_000, length, 48_000), 48_000)
    expect(time === null || Math.abs(time - middle) < 0.02, `${share}: ${time}`).toBe(true)
    if (share === 0.5) expect(time).toBeNull()
  }
})

test('silence and noise tell no time', () => {
  const chance = createChance(3)
  expect(readTime(new Float32Array(4096), 48_000)).toBeNull()
  expect(
    readTime(
      new Float32Array(4096).map(() => chance() - 0.5),
      48_000,
    ),
  ).toBeNull()
})

test('no sample is beyond full scale', () => {
  for (const second of [0, 3, 900, 2000]) {
    expect(Math.max(...synthesise(second, 48_000).map(Math.abs))).toBeLessThan(0.99)
  }
})
