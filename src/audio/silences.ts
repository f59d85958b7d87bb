import { peaksPerSecond } from './peaks/compute-peaks.ts'

/** A range without speech, seconds, half open. Plain data: it crosses worker borders. */
export interface SilentRange {
  readonly start: number
  readonly end: number
}

/** Shorter ones are part of speech (plosives close for 0.05 to 0.15 s). Seconds. */
const shortestSilence = 0.3
/** What is left at each side, for words that fade and breath before words. Seconds. */
const margin = 0.05
/** A click: up to 30 ms of sound, with 100 ms of quiet after it. Peaks. */
const longestClick = 3
const quietAfterClick = 10

/** Speech and noise are measured anew every 5 s, over the 40 s around. Peaks. */
const blockLength = 5 * peaksPerSecond
const blocksAround = 4

/** Of the peaks around, the share that is no louder than the noise, and than the speech. */
const noiseShare = 0.05
const speechShare = 0.98
/** Where they are nearer to each other than this, dB, there is only one of them: which, its level must say. */
const leastRange = 18
/** How far over the noise speech begins, dB: this share of the range, within these limits. */
const thresholdShare = 0.2
const leastOverNoise = 4
const mostOverNoise = 10
/** A silence ends only this much louder than it began, dB. */
const hysteresis = 2

/** Loudness of each byte, dB of full scale; 0 is what is rounded to it. */
const decibels = Float32Array.from(
  { length: 256 },
  (_, byte) => 20 * Math.log10(Math.max(byte, 0.5) / 255),
)

/**
 * Where nobody speaks, as the loudness tells: ranges of at least 0.3 s that stay near the noise of their
 * surroundings. `peaks`: the loudest sample of each hundredth of a second, linear, 0 to 255, all of them
 * exact. In order, not overlapping; `null` where nothing tells speech from the rest: music, applause, a
 * voice less than 18 dB over the noise, no sound at all.
 *
 * The noise is the level that 5 % of the 40 s around stay under, the speech the level that 2 % exceed. What
 * is within a fifth of the way from the one to the other, but 4 dB at least and 10 dB at most, is silent.
 * Of the thresholds of the 40 s before, around and after, the lowest counts, so that a quiet speaker after
 * a loud one, or a quiet room after a noisy one, is not taken for silence: rather miss a pause than a word.
 * Where the level hardly changes for 40 s, the nearest threshold decides whether that is all silence or none.
 *
 * Measured once, by hand, on what the thresholds were also chosen with. The demo: all 22 pauses between words of
 * 0.5 s or more are found, 46 of the 47 of 0.4 s or more; of 25.5 s called silent, 0.04 s are inside a word.
 * Four espeak-ng and flite voices with pauses of 0.5 s or more: all found in white, brown or humming noise of
 * −44 dBFS and less; at −34 dBFS all but 3 of 28 (brown), with up to 0.46 s of speech in what is called
 * silent; none at −24 dBFS. Noise that swells hides most pauses from −44 dBFS on. Voices 20 dB apart: all
 * found; 26 dB apart, 2.5 s of 240 of the quiet one were called silent. Ten hours: 35 ms.
 */
export function detectSilences(peaks: Uint8Array): SilentRange[] | null {
  const thresholds = lowestNearby(fillGaps(measureThresholds(peaks)))
  if (Number.isNaN(thresholds[0] ?? Number.NaN)) return null
  const silences: SilentRange[] = []
  /** First peak of the silence, and of what disturbs it, for now; -1: none. */
  let start = -1
  let disturbed = -1
  let quiet = 0

  for (let at = 0; at < peaks.length; at++) {
    const threshold = thresholds[Math.floor(at / blockLength)]!
    const level = decibels[peaks[at]!]!
    if (start === -1) {
      if (level <= threshold) start = at
    } else if (level > threshold + hysteresis) {
      if (disturbed === -1) disturbed = at
      quiet = 0
      if (at - disturbed >= longestClick) close(disturbed)
    } else if (disturbed !== -1 && ++quiet >= quietAfterClick) disturbed = -1
  }
  if (start !== -1) close(disturbed === -1 ? peaks.length : disturbed)
  return silences

  function close(end: number) {
    const silence = {
      start: start === 0 ? 0 : start / peaksPerSecond + margin,
      end: end === peaks.length ? end / peaksPerSecond : end / peaksPerSecond - margin,
    }
    if (silence.end - silence.start >= shortestSilence) silences.push(silence)
    start = -1
    disturbed = -1
  }
}

/** For each block, the level under which it is silent, dB; NaN where the level hardly changes. */
function measureThresholds(peaks: Uint8Array): Float32Array {
  const blocks = Math.ceil(peaks.length / blockLength)
  const thresholds = new Float32Array(blocks)
  const histogram = new Uint32Array(256)
  let count = 0
  const tally = (block: number, step: 1 | -1) => {
    const end = Math.min(peaks.length, (block + 1) * blockLength)
    for (let at = Math.max(0, block * blockLength); at < end; at++) {
      histogram[peaks[at]!]! += step
      count += step
    }
  }
  for (let block = 0; block < Math.min(blocks, blocksAround); block++) tally(block, 1)
  for (let block = 0; block < blocks; block++) {
    tally(block + blocksAround, 1)
    tally(block - blocksAround - 1, -1)
    thresholds[block] = thresholdOf(histogram, count)
  }
  return thresholds
}

function thresholdOf(histogram: Uint32Array, count: number): number {
  const noise = decibels[byteAtShare(histogram, count * noiseShare)]!
  const range = decibels[byteAtShare(histogram, count * speechShare)]! - noise
  if (range < leastRange) return Number.NaN
  return noise + Math.min(mostOverNoise, Math.max(leastOverNoise, range * thresholdShare))
}

/** The byte that so many peaks are no louder than. */
function byteAtShare(histogram: Uint32Array, share: number): number {
  let below = 0
  for (let byte = 0; byte < 255; byte++) {
    below += histogram[byte]!
    if (below >= share) return byte
  }
  return 255
}

/** Blocks that cannot tell have the lower threshold of their nearest neighbours that can. */
function fillGaps(thresholds: Float32Array): Float32Array {
  const filled = new Float32Array(thresholds)
  let before = Number.NaN
  for (let at = 0; at < filled.length; at++) {
    if (Number.isNaN(thresholds[at]!)) filled[at] = before
    else before = thresholds[at]!
  }
  let after = Number.NaN
  for (let at = filled.length - 1; at >= 0; at--) {
    if (!Number.isNaN(thresholds[at]!)) after = thresholds[at]!
    else if (!(filled[at]! <= after)) filled[at] = Number.isNaN(after) ? filled[at]! : after
  }
  return filled
}

/** The lowest of the thresholds measured before, around and after each block. */
function lowestNearby(thresholds: Float32Array): Float32Array {
  return thresholds.map((_, at) => {
    let lowest = Infinity
    for (let near = at - blocksAround; near <= at + blocksAround; near++) {
      lowest = Math.min(lowest, thresholds[near] ?? Infinity)
    }
    return lowest
  })
}
