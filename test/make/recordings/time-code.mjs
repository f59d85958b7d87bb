/**
 * Audio that encodes its own time within the hour. Every second has one tone of sixty for the second of the
 * minute, one of another sixty for the minute of the hour, and a sweep whose pitch is the place in the
 * second. So a window of any recording made of it gives the time at which it was cut, whatever the
 * player reports. All pitches are whole numbers of hertz, so seconds and hours join without a click.
 */

/** Hertz. The noise lies above all of them. */
const secondTones = { first: 500, step: 30 }
const minuteTones = { first: 2400, step: 30 }
const sweep = { from: 4500, to: 6500 }
const noiseBand = { from: 8000, to: 14_000 }

const amplitudes = { tone: 0.12, sweep: 0.12, noise: 0.22 }

/** Amplitudes of the tones and the noise, by kind of section. */
const stretches = {
  loud: { tones: 1, noise: 1 },
  plain: { tones: 1, noise: 0 },
  quiet: { tones: 0.03, noise: 0 },
}
/** The first third needs far more bytes at a variable bit rate, so an average bit rate is misleading. */
const sharesOfThirds = [
  { loud: 0.8, quiet: 0.1 },
  { loud: 0.1, quiet: 0.6 },
  { loud: 0.4, quiet: 0.3 },
]
const secondsOfStretch = 7

const hour = 3600

/**
 * One second of the hour, mono, within ±1. The same in every hour.
 *
 * @param {number} second 0 to 3599
 * @param {number} sampleRate
 * @returns {Float32Array}
 */
export function synthesise(second, sampleRate) {
  const { sine, sweepWave, noise } = wavesAt(sampleRate)
  const { tones, noise: noiseShare } = stretches[stretchAt(second)]
  const { ofSecond, ofMinute } = tonesOf(second)
  const toneGain = tones * amplitudes.tone
  const noiseGain = noiseShare * amplitudes.noise
  const samples = new Float32Array(sampleRate)
  for (let at = 0, atSecond = 0, atMinute = 0; at < sampleRate; at++) {
    samples[at] =
      toneGain * (sine[atSecond] + sine[atMinute]) +
      tones * amplitudes.sweep * sweepWave[at] +
      noiseGain * noise[at]
    atSecond = (atSecond + ofSecond) % sampleRate
    atMinute = (atMinute + ofMinute) % sampleRate
  }
  return samples
}

/**
 * Decodes the time of the middle of a window, seconds within the hour. `null`: silence, other audio, or a window across
 * two seconds.
 *
 * @param {Float32Array} samples about a tenth to a fifth of a second
 * @param {number} sampleRate
 * @returns {number | null}
 */
export function readTime(samples, sampleRate) {
  const windowed = samples.map((sample, at) => sample * hann(at, samples.length))
  const second = clearest(bandOf(windowed, sampleRate, secondTones))
  const minute = clearest(bandOf(windowed, sampleRate, minuteTones))
  const phase = readSweep(windowed, sampleRate)
  return second === null || minute === null || phase === null ? null : minute * 60 + second + phase
}

function tonesOf(second) {
  const minute = Math.floor(second / 60)
  return {
    ofSecond: secondTones.first + (second % 60) * secondTones.step,
    ofMinute: minuteTones.first + minute * minuteTones.step,
  }
}

function stretchAt(second) {
  const { loud, quiet } = sharesOfThirds[Math.floor((second / hour) * sharesOfThirds.length)]
  const chance = chanceOf(Math.floor(second / secondsOfStretch))
  if (chance < loud) return 'loud'
  return chance < loud + quiet ? 'quiet' : 'plain'
}

/** The same number between 0 and 1 for the same integer, evenly spread (Weyl's sequence). */
const chanceOf = (integer) => (integer * 0.754877666246693) % 1

const waves = new Map()

/** One second of each wave; enough, because all frequencies are whole numbers of hertz. */
function wavesAt(sampleRate) {
  if (!waves.has(sampleRate)) {
    const wave = (phaseAt) =>
      Float32Array.from({ length: sampleRate }, (_, at) =>
        Math.sin(2 * Math.PI * phaseAt(at / sampleRate)),
      )
    const slope = sweep.to - sweep.from
    waves.set(sampleRate, {
      sine: wave((time) => time),
      sweepWave: wave((time) => sweep.from * time + (slope / 2) * time ** 2),
      noise: noiseAt(sampleRate),
    })
  }
  return waves.get(sampleRate)
}

/** Noise from many tones of all phases at whole hertz, so that it joins with itself. */
function noiseAt(sampleRate) {
  const noise = new Float32Array(sampleRate)
  let count = 0
  for (let pitch = noiseBand.from; pitch < noiseBand.to; pitch += 61 + ((count * 7) % 72)) {
    const phase = chanceOf(++count)
    for (let at = 0; at < sampleRate; at++) {
      noise[at] += Math.sin(2 * Math.PI * ((pitch * at) / sampleRate + phase))
    }
  }
  return noise.map((sample) => sample / Math.sqrt(count) / 2)
}

/** The amplitude of each of the sixty tones. */
function bandOf(windowed, sampleRate, { first, step }) {
  return Array.from({ length: 60 }, (_, at) =>
    strengthAt(windowed, sampleRate, first + at * step, 0),
  )
}

/** The index of the only tone in a band; `null` if there is none, or more than one. */
function clearest(strengths) {
  const [best, next] = strengths.toSorted((a, b) => b - a)
  const isAlone = best > 1e-4 && best > 4 * next
  return isAlone ? strengths.indexOf(best) : null
}

/**
 * The position of the middle of the window within its second. A sweep multiplied by a falling one of the same slope
 * is a steady tone, of the pitch it has in the middle.
 */
function readSweep(windowed, sampleRate) {
  const slope = sweep.to - sweep.from
  const step = 0.003
  const first = -0.05
  const strengths = Array.from({ length: Math.ceil(1.1 / step) }, (_, at) =>
    strengthAt(windowed, sampleRate, sweep.from + slope * (first + at * step), slope),
  )
  const best = strengths.reduce((best, strength, at) => (strength > strengths[best] ? at : best), 0)
  if (!(strengths[best] > 1e-4)) return null
  const [before = 0, peak, after = 0] = [strengths[best - 1], strengths[best], strengths[best + 1]]
  const bend = before - 2 * peak + after
  return first + (best + (bend === 0 ? 0 : (before - after) / (2 * bend))) * step
}

/**
 * The amplitude of a tone that has this pitch in the middle of the window and climbs by `slope` hertz a
 * second. The tone advances from sample to sample by rotation, because sines are slow.
 */
function strengthAt(windowed, sampleRate, pitch, slope) {
  const middle = (windowed.length - 1) / 2
  const angle = (turns) => 2 * Math.PI * turns
  const begin = -middle / sampleRate
  const phase = angle(pitch * begin + (slope / 2) * begin ** 2)
  const turn = angle((pitch + slope * begin) / sampleRate + slope / 2 / sampleRate ** 2)
  const bend = angle(slope / sampleRate ** 2)
  let [re, im] = [Math.cos(phase), Math.sin(phase)]
  let [turnRe, turnIm] = [Math.cos(turn), Math.sin(turn)]
  const [bendRe, bendIm] = [Math.cos(bend), Math.sin(bend)]
  let [sumRe, sumIm] = [0, 0]
  for (const sample of windowed) {
    sumRe += sample * re
    sumIm += sample * im
    const nextRe = re * turnRe - im * turnIm
    im = re * turnIm + im * turnRe
    re = nextRe
    const nextTurnRe = turnRe * bendRe - turnIm * bendIm
    turnIm = turnRe * bendIm + turnIm * bendRe
    turnRe = nextTurnRe
  }
  return (4 * Math.hypot(sumRe, sumIm)) / windowed.length
}

const hann = (at, length) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length)
