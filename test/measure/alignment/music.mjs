/** Length of the piece, which then repeats. */
export const musicSeconds = 64
const beatsAMinute = 108
const beatsInABar = 4

/** Semitones above the tonic. */
const progressions = [
  [
    [0, 4, 7],
    [9, 12, 16],
    [5, 9, 12],
    [7, 11, 14],
  ],
  [
    [0, 3, 7],
    [8, 12, 15],
    [3, 7, 10],
    [10, 14, 17],
  ],
  [
    [0, 4, 7, 11],
    [2, 5, 9, 12],
    [7, 11, 14, 17],
    [0, 4, 9, 12],
  ],
]

/**
 * A piece for keys, bass, tune and drums, as samples with a root mean square of 1. The same for the same random numbers.
 *
 * @param {number} sampleRate hertz
 * @param {ReturnType<typeof import('../webvtt/random.mjs').createRandom>} random
 */
export function composeMusic(sampleRate, random) {
  const piece = new Float32Array(musicSeconds * sampleRate)
  const beat = 60 / beatsAMinute
  const tonic = 110 * 2 ** (random.below(12) / 12)
  const progression = random.pick(progressions)
  const strike = (sound) => addSound(piece, sampleRate, sound)
  for (let bar = 0; bar * beatsInABar * beat < musicSeconds; bar++) {
    const at = bar * beatsInABar * beat
    const chord = progression[bar % progression.length]
    for (const tone of chord) {
      strike(
        note({ at, seconds: beatsInABar * beat, hertz: tonic * 2 ** (1 + tone / 12), level: 0.25 }),
      )
    }
    for (let step = 0; step < beatsInABar; step++) {
      const now = at + step * beat
      strike(note({ at: now, seconds: beat, hertz: tonic * 2 ** (chord[0] / 12), level: 0.5 }))
      const tune = tonic * 2 ** (2 + random.pick(chord) / 12)
      if (random.chance(0.7))
        strike(note({ at: now, seconds: beat * 0.9, hertz: tune, level: 0.4 }))
      strike(step % 2 === 0 ? kick(now) : snare(now, random))
      strike(hat(now, random))
      strike(hat(now + beat / 2, random))
    }
  }
  return withPowerOne(piece)
}

/** `sampleAt`: seconds since it began, to −1 … 1. */
const note = ({ at, seconds, hertz, level }) => ({
  at,
  seconds,
  sampleAt: (time) => {
    const phase = 2 * Math.PI * hertz * time
    const wave = Math.sin(phase) + Math.sin(2 * phase) / 2 + Math.sin(3 * phase) / 3
    return level * wave * Math.min(1, time / 0.01) * Math.exp(-1.5 * time)
  },
})

const kick = (at) => ({
  at,
  seconds: 0.25,
  sampleAt: (time) =>
    1.2 *
    Math.sin(2 * Math.PI * (50 * time + 4 * (1 - Math.exp(-30 * time)))) *
    Math.exp(-12 * time),
})

const snare = (at, random) => ({
  at,
  seconds: 0.2,
  sampleAt: (time) => (random.below(2001) / 1000 - 1) * 0.7 * Math.exp(-20 * time),
})

const hat = (at, random) => {
  let before = 0
  return {
    at,
    seconds: 0.06,
    sampleAt: (time) => {
      const now = random.below(2001) / 1000 - 1
      const high = now - before
      before = now
      return high * 0.25 * Math.exp(-60 * time)
    },
  }
}

function addSound(piece, sampleRate, { at, seconds, sampleAt }) {
  const first = Math.round(at * sampleRate)
  const count = Math.min(Math.round(seconds * sampleRate), piece.length - first)
  for (let index = 0; index < count; index++) piece[first + index] += sampleAt(index / sampleRate)
}

function withPowerOne(piece) {
  let sum = 0
  for (const sample of piece) sum += sample ** 2
  const gain = 1 / Math.sqrt(sum / piece.length)
  return piece.map((sample) => sample * gain)
}
