import { samplesASecond } from './audio.mjs'

const noteFrequencies = [220, 261.63, 329.63, 293.66]
const secondsBetweenNotes = 0.75
const noteSeconds = 1.7
const notePartials = [1, 0.35, 0.12, 0.05]

const buzzSeconds = 0.42
const buzzPauseSeconds = 0.2
const motorFrequency = 155
const rattleFrequency = 23

export const sounds = { theme, buzz }

function theme() {
  const notes = noteFrequencies.map((frequency, index) => ({
    from: index * secondsBetweenNotes,
    frequency,
  }))
  const seconds = notes.at(-1).from + noteSeconds
  return render(seconds, (time) =>
    notes.reduce((sum, { from, frequency }) => sum + note(time - from, frequency), 0),
  )
}

function note(time, frequency) {
  if (time < 0 || time > noteSeconds) return 0
  const tone = notePartials.reduce(
    (sum, strength, index) => sum + strength * wave(frequency * (index + 1), time),
    0,
  )
  return tone * Math.exp(-2 * time) * fade(time, noteSeconds, 0.02)
}

function buzz() {
  const period = buzzSeconds + buzzPauseSeconds
  return render(period + buzzSeconds, (time) => {
    const within = time % period
    return within < buzzSeconds ? motor(within) * fade(within, buzzSeconds, 0.03) : 0
  })
}

function motor(time) {
  const rattle = 0.7 + 0.3 * wave(rattleFrequency, time)
  const harmonics = [1, 2, 3, 4, 5, 6, 7, 8]
  return rattle * harmonics.reduce((sum, n) => sum + wave(motorFrequency * n, time) / n, 0)
}

const wave = (frequency, time) => Math.sin(2 * Math.PI * frequency * time)

function fade(time, length, seconds) {
  return Math.min(1, time / seconds, (length - time) / seconds)
}

function render(seconds, valueAt) {
  const count = Math.round(seconds * samplesASecond)
  return Float32Array.from({ length: count }, (_, index) => valueAt(index / samplesASecond))
}
