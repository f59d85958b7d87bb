import { composeMusic } from './music.mjs'
import { createPinkNoise } from './noise.mjs'
import { sampleRate } from './read-samples.mjs'
import { createRoom } from './room.mjs'
import { createWaveWriter } from './wave-writer.mjs'

/** Seconds of a prompt's own silence around its speech that are used. */
const keptBefore = 0.06
const keptAfter = 0.12
/** Background noise of a room, root mean square of full scale: −72 dB. */
const roomTone = 10 ** (-72 / 20)
/** Headroom for noise or music under the speech. */
const level = 0.7

/**
 * Writes the audio of a plan second by second, so that hours need no more memory than minutes.
 *
 * @param {import('./plan.mjs').Plan} plan
 * @param {{ path: string, condition: import('./conditions.mjs').Condition,
 *   random: ReturnType<typeof import('../webvtt/random.mjs').createRandom> }} how
 */
export async function renderPlan(plan, { path, condition, random }) {
  const writer = await createWaveWriter(path, sampleRate)
  const noise = createPinkNoise(random)
  const music = composeMusic(sampleRate, random)
  const addEchoes = condition.isReverberant ? createRoom(sampleRate, random) : () => {}
  const loudness = loudnessOf(plan.said)
  const total = Math.ceil(plan.seconds * sampleRate)
  const said = plan.said.map(placed)
  let first = 0
  for (let from = 0; from < total; from += sampleRate) {
    const block = new Float32Array(Math.min(sampleRate, total - from))
    while (first < said.length && said[first].to <= from) first++
    if (!condition.isMute) {
      for (let at = first; at < said.length && said[at].from < from + block.length; at++) {
        addPrompt(block, from, said[at])
      }
    }
    addEchoes(block)
    for (const stretch of plan.music) addMusic(block, from, { ...stretch, music, rms: loudness })
    noise.addTo(block, roomTone)
    if (condition.bed !== null) addBed(block, from, { ...condition.bed, loudness, noise, music })
    await writer.write(block)
  }
  await writer.close()
}

/** Its sample range, half open. */
function placed({ at, prompt }) {
  const lead = Math.min(prompt.start, keptBefore)
  const from = Math.round((at - lead) * sampleRate)
  const skipped = Math.round((prompt.start - lead) * sampleRate)
  const wanted = Math.round((prompt.end + keptAfter) * sampleRate)
  const samples = prompt.samples.subarray(skipped, wanted)
  const speechEnd = Math.round((prompt.end - prompt.start + lead) * sampleRate)
  return { from, to: from + samples.length, samples, lead: lead * sampleRate, speechEnd }
}

/** Fades the silent edges in and out, so that nothing clicks. */
function addPrompt(block, offset, { from, to, samples, lead, speechEnd }) {
  const stop = Math.min(offset + block.length, to)
  for (let at = Math.max(offset, from); at < stop; at++) {
    const index = at - from
    const fadeIn = index < lead ? index / lead : 1
    const fadeOut = index < speechEnd ? 1 : 1 - (index - speechEnd) / (samples.length - speechEnd)
    block[at - offset] += (level * fadeIn * fadeOut * samples[index]) / 32_768
  }
}

function addMusic(block, offset, { from, to, music, rms }) {
  const first = Math.round(from * sampleRate)
  const stop = Math.min(offset + block.length, Math.round(to * sampleRate))
  for (let at = Math.max(offset, first); at < stop; at++) {
    block[at - offset] += music[(at - first) % music.length] * rms
  }
}

function addBed(block, offset, { kind, decibels, loudness, noise, music }) {
  const rms = loudness * 10 ** (-decibels / 20)
  if (kind === 'noise') noise.addTo(block, rms)
  else addMusic(block, offset, { from: 0, to: Infinity, music, rms })
}

/** Root mean square of the written speech, including pauses inside prompts. */
function loudnessOf(said) {
  let sum = 0
  let count = 0
  for (const { samples, start, end } of new Set(said.map(({ prompt }) => prompt))) {
    const speech = samples.subarray(Math.round(start * sampleRate), Math.round(end * sampleRate))
    for (const sample of speech) sum += sample ** 2
    count += speech.length
  }
  return (level * Math.sqrt(sum / count)) / 32_768
}
