import { score } from './scoring.mjs'
import { openWaveFile } from './wave-file.mjs'

/**
 * @typedef {object} Measurement
 * @property {string} name
 * @property {number} seconds of sound
 * @property {string} outcome `heard`, `estimated`, or why it was refused
 * @property {ReturnType<typeof score>} score
 * @property {number} cpu seconds of processor time for a second of audio, without loading models
 * @property {number} wall the same in wall-clock time
 * @property {number} megabytes peak memory beyond the memory used before
 */

/**
 * Aligns one recording in this process and compares the result with the known times.
 *
 * @param {import('./recording-cache.mjs').Composed & { name: string }} recording
 * @param {{ engine: typeof import('./engine.ts'),
 *   files: import('../../../src/alignment/model-files.ts').ModelFiles }} world
 * @returns {Promise<Measurement>}
 */
export async function measureCase({ name, ...recording }, { engine, files }) {
  const { script, seconds } = recording
  const aligner = await engine.createAligner({ language: script.language, files })
  const { decoder, close } = await openWaveFile(recording.sound, engine)
  const order = { script, anchors: [], duration: seconds, soFar: null }
  globalThis.gc?.()
  const memoryBefore = process.memoryUsage.rss()
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  const { words, issues, outcome, mostMemory } = await collect(aligner.align(order, decoder))
  const wall = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  await close()
  const isRefused = outcome.kind === 'refused'
  return {
    name,
    seconds,
    outcome: isRefused ? outcome.why : outcome.method,
    // The page discards what it showed before the refusal.
    score: score(recording, isRefused ? { words: [], issues: [] } : { words, issues }),
    cpu: (user + system) / 1e6 / seconds,
    wall: wall / seconds,
    megabytes: (mostMemory - memoryBefore) / 2 ** 20,
  }
}

async function collect(steps) {
  const words = []
  const issues = []
  let mostMemory = process.memoryUsage.rss()
  for (;;) {
    const { done, value } = await steps.next()
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
    if (done) return { words, issues, outcome: value, mostMemory }
    words.push(...value.words)
    issues.push(...value.issues)
  }
}
