/** Seconds. */
const frame = 0.01
const hop = 0.005
const leastSpeech = 0.03
/** Decibels below the loudness that one frame in twenty exceeds. */
const floorDecibels = 35

/**
 * Where speech begins and ends in a quiet recording, seconds, by energy alone. `null`: no speech.
 *
 * @param {Int16Array} samples
 * @param {number} sampleRate hertz
 */
export function speechBounds(samples, sampleRate) {
  const powers = powersOf(samples, sampleRate)
  const loud = powers.toSorted((a, b) => a - b)[Math.floor(powers.length * 0.95)] ?? 0
  if (loud === 0) return null
  const threshold = loud * 10 ** (-floorDecibels / 10)
  const inARow = Math.round((leastSpeech - frame) / hop) + 1
  const runs = runsAbove(powers, threshold).filter(({ from, to }) => to - from >= inARow)
  if (runs.length === 0) return null
  // Speech may begin anywhere in its first loud frame; the middle has the least error.
  return { start: runs[0].from * hop + frame / 2, end: (runs.at(-1).to - 1) * hop + frame / 2 }
}

/** Seconds around a border that are searched for a pause, and the least length of a pause. */
const nearBorder = 0.6
const leastPause = 0.08
const leastVoice = 0.06

/**
 * Where a voice begins after a border in the pause before it: the end of the pause nearest to the border, seconds. Less
 * exact than `speechBounds`; for recordings with noise.
 *
 * @param {{ from: number, to: number }} line seconds
 */
export function firstSpeech(samples, sampleRate, { from, to }) {
  const begin = Math.max(0, from - nearBorder)
  const part = samples.subarray(Math.round(begin * sampleRate), Math.round(to * sampleRate))
  const powers = smoothed(powersOf(part, sampleRate))
  const sorted = powers.toSorted((a, b) => a - b)
  const quiet = sorted[Math.floor(sorted.length * 0.02)]
  const loud = sorted[Math.floor(sorted.length * 0.95)]
  // Above breaths, between the level of the noise and of the voice, in decibels.
  const threshold = quiet * (loud / quiet) ** 0.4
  const border = from - begin
  const voices = runsAbove(powers, threshold).filter(
    (run) => (run.to - run.from) * hop >= leastVoice,
  )
  const pauses = voices
    .map((run, at) => ({ start: (voices[at - 1]?.to ?? 0) * hop, end: run.from * hop }))
    .filter(({ start, end }) => end - start >= leastPause && start <= border + nearBorder)
    .toSorted((a, b) => distance(a, border) - distance(b, border))
  return pauses.length === 0 ? from : begin + pauses[0].end + frame / 2
}

const distance = ({ start, end }, moment) => Math.max(0, start - moment, moment - end)

function powersOf(samples, sampleRate) {
  const length = Math.round(frame * sampleRate)
  const step = Math.round(hop * sampleRate)
  const powers = []
  for (let from = 0; from + length <= samples.length; from += step) {
    let sum = 0
    for (let at = from; at < from + length; at++) sum += samples[at] ** 2
    powers.push(sum / length)
  }
  return powers
}

/** The mean of each value and two neighbours on either side. */
const smoothed = (powers) =>
  powers.map((_, at) => {
    const near = powers.slice(Math.max(0, at - 2), at + 3)
    return near.reduce((sum, power) => sum + power, 0) / near.length
  })

/** Half open. */
function runsAbove(powers, threshold) {
  const runs = []
  powers.forEach((power, at) => {
    if (power <= threshold) return
    const last = runs.at(-1)
    if (last?.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  })
  return runs
}
