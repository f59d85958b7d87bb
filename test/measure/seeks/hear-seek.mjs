import { setTimeout as delay } from 'node:timers/promises'
import { readTime } from '../../make/recordings/time-code.mjs'
import { sampleRate } from './tape.mjs'

const windowSamples = 8192
const momentsOfSeek = 12
/** Fewest readable moments; fewer could be a coincidence. */
const fewestRead = 4
/** The output is delayed by less than this. */
const timeoutMs = 3000

/**
 * Measures where one seek lands. `drift`: time of the audio minus time of the player at the same moment. `miss`: time of the
 * audio minus the requested time and the time played since. Seconds, median of several moments.
 *
 * @param {import('../engines/drivers/drivers.mjs').Driver} driver
 * @param {import('./output.mjs').Output} output
 * @param {number} asked seconds
 * @returns {Promise<{ drift: number, miss: number }>} Throws a sentence if too little of the audio can be read.
 */
export async function hearSeek(driver, output, asked) {
  const { landed, moments } = await driver.evaluate(seekAndPlay, asked, momentsOfSeek)
  const drifts = []
  let silent = 0
  for (const { epochMs, currentTime } of moments) {
    const window = await windowAround(output, epochMs)
    const heardTime = readTime(window, sampleRate)
    if (heardTime !== null) drifts.push(withinHour(heardTime - currentTime))
    else if (window.every((sample) => Math.abs(sample) < 1e-4)) silent++
  }
  if (drifts.length < fewestRead) {
    const heard = `${drifts.length} of ${moments.length} moments tell their time, ${silent} are silent`
    throw new Error(`after a seek to ${asked.toFixed(2)} s ${heard}`)
  }
  const drift = middleOf(drifts)
  return { drift, miss: drift + landed - asked }
}

async function windowAround(output, epochMs) {
  for (const begun = Date.now(); Date.now() - begun < timeoutMs; await delay(50)) {
    const window = output.around(epochMs, windowSamples)
    if (window !== null) return window
  }
  throw new Error('the output has ended')
}

/** The time code is modulo an hour: returns the time nearest to the expected one. */
const withinHour = (difference) => difference - 3600 * Math.round(difference / 3600)

const middleOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Runs in the page. */
async function seekAndPlay(time, count) {
  const player = document.querySelector('audio, video')
  const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const until = async (what, isSo) => {
    for (const begun = performance.now(); !isSo(); await delay(10)) {
      if (performance.now() - begun > 12_000) {
        const error = player.error ? `, error ${player.error.code} ${player.error.message}` : ''
        throw new Error(`not within 12 s: ${what}, at ${player.currentTime}${error}`)
      }
    }
  }
  // Firefox's clock moves in steps of 40 ms and is exact at each step.
  const momentOfChange = async () => {
    const before = player.currentTime
    for (let left = 50; left > 0 && player.currentTime === before; left--) await delay(1)
    return { epochMs: Date.now(), currentTime: player.currentTime }
  }
  player.pause()
  let isSeeked = false
  player.addEventListener('seeked', () => (isSeeked = true), { once: true })
  player.currentTime = time
  await until(`the seek to ${time} ends`, () => isSeeked && !player.seeking)
  const landed = player.currentTime
  // Not awaited: in WebKit the promise may never settle although it plays.
  player.play().catch(() => {})
  await until(`it plays from ${time}`, () => player.currentTime > landed + 0.5)
  const moments = []
  for (let at = 0; at < count; at++) {
    await delay(60)
    moments.push(await momentOfChange())
  }
  player.pause()
  return { landed, moments }
}
