import { launchChromium } from '../../../support/chromium.mjs'
import { serveBuiltApp } from '../../../support/serve-built-app.mjs'
import { lengths } from '../../../make/recordings/options.mjs'
import * as cancelling from './cancelling.mjs'
import * as drawing from './drawing.mjs'
import * as ffmpeg from './ffmpeg.mjs'
import * as firstSound from './first-sound.mjs'
import { makeRecordings } from './fixtures.mjs'
import { createMeasurer } from './measure.mjs'
import { formatRecording } from './options.mjs'
import { servePages } from './pages.mjs'
import * as secondOpening from './second-opening.mjs'
import { drawingRows, firstSoundRows, interactionRows } from './report.mjs'
import * as zooming from './zooming.mjs'

const usualRounds = 1

/** Recordings from ten minutes to ten hours, beside wavesurfer.js, a bare `<audio>` and ffmpeg. */
export const recordings = {
  name: 'recordings',
  async measure({ log, recordings, rounds: asked, address }) {
    const rounds = asked ?? usualRounds
    const yardsticks = yardsticksOf(recordings)
    makeRecordings([...recordings, ...yardsticks], { log })
    const app = address === null ? await serveBuiltApp() : { address, async close() {} }
    const pages = await servePages()
    const failures = []
    const onFailure = (line) => {
      failures.push(line)
      log(`fails: ${line}`)
    }
    try {
      const world = { app: app.address, pages: pages.address, rounds, log, onFailure }
      const measurer = createMeasurer(world)
      const sounds = await measurer.firstSounds(recordings)
      const drawings = new Map()
      for (const recording of yardsticks) {
        drawings.set(
          formatRecording(recording),
          await measurer.drawings(recording, { withPeers: false }),
        )
      }
      for (const recording of recordings) {
        drawings.set(
          formatRecording(recording),
          await measurer.drawings(recording, { withPeers: true }),
        )
      }
      const interactions = new Map()
      for (const recording of longestOf(recordings)) {
        const zoomed = await measurer.zooming(recording)
        interactions.set(recording, { zoomed, cancelled: await measurer.cancelling(recording) })
      }
      const rows = [
        ...firstSoundRows(sounds),
        ...drawingRows(recordings, drawings),
        ...interactionRows(interactions),
      ]
      return { rows, notes: await notesFor({ rounds, failures }) }
    } finally {
      pages.close()
      await app.close()
    }
  },
}

/** What others are compared with and is not among them: ten minutes, and an hour for ten. */
function yardsticksOf(recordings) {
  const asked = new Set(recordings.map(formatRecording))
  const wanted = recordings.flatMap(({ format, length }) => [
    { format, length: '10m' },
    ...(length === '10h' ? [{ format, length: '1h' }] : []),
  ])
  const missing = new Map(wanted.map((recording) => [formatRecording(recording), recording]))
  return [...missing.values()].filter((recording) => !asked.has(formatRecording(recording)))
}

/** Of all formats. */
function longestOf(recordings) {
  const longest = Math.max(...recordings.map(({ length }) => lengths[length]))
  return recordings.filter(({ length }) => lengths[length] === longest)
}

async function notesFor({ rounds, failures }) {
  const browser = await launchChromium()
  const version = browser.version()
  await browser.close()
  return [
    `Chromium ${version}; wavesurfer.js and ffmpeg in the same run, taking turns. Each number is the median ` +
      `of ${rounds} visits; of 5 for the first sound, of 1 for the frames.`,
    ...[firstSound, drawing, ffmpeg, secondOpening, zooming, cancelling].map(
      ({ definition }) => `- ${definition}`,
    ),
    '- wavesurfer.js decodes the file at once, to 8,000 samples a second as is its default; it is stopped, and ' +
      'fails, at 4 GB or three minutes.',
    ...(failures.length === 0 ? [] : ['What failed:', ...failures.map((line) => `- ${line}`)]),
  ]
}
