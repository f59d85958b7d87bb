import { bytesOf, decibels, powerOf, ratioOf, run, samplesASecond } from './audio.mjs'

const targetLufs = -18
const levels = { sentence: -20, sound: -27, overheard: -22 }
// Room for the onset of the first phone and for the last one to die away.
const leadSeconds = 0.04
const tailSeconds = 0.12
const limiterKnee = 0.7
const limiterCeiling = 0.87

export function mix({ cues, duration }) {
  const whole = new Float32Array(Math.round(duration * samplesASecond))
  for (const cue of cues) add(whole, cue)
  return atTargetLoudness(whole)
}

export function loudnessOf(samples) {
  const format = ['-f', 'f32le', '-ar', String(samplesASecond), '-ac', '1', '-i', '-']
  const report = run(
    'ffmpeg',
    ['-hide_banner', '-nostats', ...format, '-af', 'ebur128', '-f', 'null', '-'],
    bytesOf(samples),
  ).stderr
  return Number(report.match(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/)[1])
}

// The limiter takes some loudness away again, so the gain is found in rounds.
function atTargetLoudness(samples) {
  let decibel = 0
  let limited = samples
  for (let round = 0; round < 3; round++) {
    decibel += targetLufs - loudnessOf(limited)
    const gain = ratioOf(decibel)
    limited = samples.map((sample) => limit(sample * gain))
  }
  return limited
}

function add(whole, cue) {
  const first = sampleAt(cue.from)
  const length = sampleAt(cue.end - cue.start)
  const place = sampleAt(cue.start)
  const gain = ratioOf(levelOf(cue) - loudnessWithin(cue.samples, first, length))
  const lead = Math.min(first, sampleAt(leadSeconds))
  const tail = Math.min(cue.samples.length - first - length, sampleAt(tailSeconds))

  for (let index = -lead; index < length + tail; index++) {
    const fadeIn = index < 0 ? 1 + index / lead : 1
    const fadeOut = index < length ? 1 : 1 - (index - length) / tail
    whole[place + index] += gain * fadeIn * fadeOut * cue.samples[first + index]
  }
}

function levelOf({ kind, language }) {
  return language ? levels.overheard : levels[kind]
}

function loudnessWithin(samples, first, length) {
  return decibels(Math.sqrt(powerOf(samples.subarray(first, first + length))))
}

function limit(sample) {
  const size = Math.abs(sample)
  if (size <= limiterKnee) return sample
  const room = limiterCeiling - limiterKnee
  return Math.sign(sample) * (limiterKnee + room * Math.tanh((size - limiterKnee) / room))
}

const sampleAt = (seconds) => Math.round(seconds * samplesASecond)
