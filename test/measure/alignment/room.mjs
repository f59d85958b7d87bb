/** Seconds in which the echo falls by 60 dB. */
const fallsIn = 0.6
const echoesASecond = 1500
/** Level of the direct sound above all echoes together. */
const directDecibels = 3

/**
 * A room: echoes at random times, half of them inverted, that decay by 60 dB in 0.6 s. Such a sparse
 * response sounds as smooth as a dense one ("velvet noise", Karjalainen and Järveläinen, 2007) and costs a tenth.
 * The direct sound has no delay, so times do not shift.
 *
 * @param {number} sampleRate hertz
 * @param {{ below: (limit: number) => number, chance: (probability: number) => boolean }} random
 * @returns {(samples: Float32Array) => void} adds the echoes; call it with successive blocks
 */
export function createRoom(sampleRate, random) {
  const { delays, gains } = createEchoes(sampleRate, random)
  const memory = Math.ceil(fallsIn * sampleRate)
  let past = new Float32Array(memory)
  return (samples) => {
    const dry = new Float32Array(memory + samples.length)
    dry.set(past)
    dry.set(samples, memory)
    for (let echo = 0; echo < delays.length; echo++) {
      const from = memory - delays[echo]
      const gain = gains[echo]
      for (let at = 0; at < samples.length; at++) samples[at] += gain * dry[from + at]
    }
    past = dry.slice(samples.length)
  }
}

function createEchoes(sampleRate, random) {
  const count = Math.floor(fallsIn * echoesASecond)
  const spacing = sampleRate / echoesASecond
  const delays = Int32Array.from(
    { length: count },
    (_, at) => Math.floor(at * spacing) + 1 + random.below(Math.floor(spacing)),
  )
  const signs = Array.from({ length: count }, () => (random.chance(0.5) ? 1 : -1))
  const raw = Float64Array.from(
    delays,
    (delay, at) => signs[at] * 10 ** ((-3 * delay) / sampleRate / fallsIn),
  )
  const power = raw.reduce((sum, gain) => sum + gain ** 2, 0)
  const scale = Math.sqrt(10 ** (-directDecibels / 10) / power)
  return { delays, gains: raw.map((gain) => gain * scale) }
}
