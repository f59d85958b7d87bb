import { unspacedScript } from '../words/compose-turns.ts'

/** A text and its times in the unit of the file. */
export interface TimedSample {
  readonly text: string
  readonly start: number
  readonly end: number | null
}

export interface TimeUnit {
  readonly unitsPerSecond: number
  /** The unit fits the pace of speech, and no other does. */
  readonly isClear: boolean
}

/** Seconds, hundredths, milliseconds, samples at 16 kHz, microseconds, ticks, nanoseconds. */
const usualUnits = [1, 100, 1000, 16_000, 1e6, 1e7, 1e9]

/** Of ordinary speech; a character of a script without blanks counts as three. */
const lettersPerSecond = 14
/** How far from the usual pace speech with its pauses may be, as a factor. */
const possible = 5
const impossible = 25

interface Evidence {
  /** The unit that files of this kind are known to have. */
  readonly expected?: number
  /** The length of the recording in seconds, if the file says it. */
  readonly duration?: number | null
  /** The last time of the file, in its unit, where the samples do not have it. */
  readonly last?: number | null
}

/**
 * Tells the unit of a file's times by the pace of its speech: letters a second. A unit in which the last time is after
 * the end of the recording is out of the question. An expected unit is kept unless it is impossible and another fits.
 */
export function tellUnit(
  samples: readonly TimedSample[],
  { expected, duration, last }: Evidence,
): TimeUnit {
  const { letters, length, lastOfSamples } = measure(samples)
  const latest = Math.max(last ?? 0, lastOfSamples)
  if (length <= 0 || letters === 0) {
    return { unitsPerSecond: expected ?? 1, isClear: expected !== undefined }
  }
  const hasFractions = samples.some(({ start, end }) => isFraction(start) || isFraction(end))
  const ranked = usualUnits
    .filter((unit) => duration == null || latest / unit <= duration * 1.05 + 1)
    .map((unit) => ({ unit, off: distance((letters * unit) / length, unit, hasFractions) }))
    .sort((a, b) => a.off - b.off)
  const [best, second] = ranked
  if (best === undefined) return { unitsPerSecond: expected ?? 1, isClear: false }
  if (expected !== undefined) {
    const pace = Math.abs(Math.log((letters * expected) / length / lettersPerSecond))
    const isRefuted = pace > Math.log(impossible) && best.off < Math.log(possible)
    return { unitsPerSecond: isRefuted ? best.unit : expected, isClear: true }
  }
  const isClear = best.off < Math.log(possible) && (second?.off ?? Infinity) - best.off > 0.7
  return { unitsPerSecond: best.unit, isClear }
}

function measure(samples: readonly TimedSample[]) {
  let letters = 0
  let length = 0
  let lastOfSamples = 0
  for (const [at, { text, start, end }] of samples.entries()) {
    const stop = end !== null && end > start ? end : (samples[at + 1]?.start ?? null)
    lastOfSamples = Math.max(lastOfSamples, end ?? start)
    if (stop === null || stop <= start) continue
    letters += lettersOf(text)
    length += stop - start
  }
  return { letters, length, lastOfSamples }
}

/** The distance of a pace from that of speech, as a logarithm. Fractions speak for seconds, their lack against them. */
function distance(pace: number, unit: number, hasFractions: boolean): number {
  const unlikely = hasFractions === (unit === 1) ? 0 : 0.5
  const rare = unit === 16_000 || unit === 1e6 || unit === 1e9 ? 0.3 : 0
  return Math.abs(Math.log(pace / lettersPerSecond)) + unlikely + rare
}

function isFraction(time: number | null): boolean {
  return time !== null && !Number.isInteger(time)
}

function lettersOf(text: string): number {
  let letters = 0
  for (const character of text.slice(0, 2000)) {
    if (!/\s/.test(character)) letters += unspacedScript.test(character) ? 3 : 1
  }
  return letters
}
