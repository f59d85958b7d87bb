import { launchChromium } from '../../../support/chromium.mjs'
import { rest } from '../player/visit.mjs'
import { median } from '../statistics.mjs'
import { measureCancelling } from './cancelling.mjs'
import { measureDrawing } from './drawing.mjs'
import { readThrough, timeOfFfmpeg } from './ffmpeg.mjs'
import { timeOfFirstSound } from './first-sound.mjs'
import { pathOf } from './fixtures.mjs'
import { formatRecording } from './options.mjs'
import { fails } from './rows.mjs'
import { measureSecondOpening } from './second-opening.mjs'
import { measureZooming } from './zooming.mjs'

const soundRounds = 5
const limits = {
  earshot: { patienceMs: 1_200_000, mostMegabytes: 4096 },
  wavesurfer: { patienceMs: 180_000, mostMegabytes: 4096 },
}

/**
 * Measures one recording after another. What fails is `fails`, and why is told to `onFailure`.
 *
 * @param {{ app: string, pages: string, rounds: number, log: (line: string) => void, onFailure: (line: string) => void }} world
 */
export function createMeasurer({ app, pages, rounds, log, onFailure }) {
  // The page without anything in it: without this it opens the demo.
  const earshot = `${app}?audio=`

  async function attempt(what, act) {
    try {
      return await act()
    } catch (error) {
      onFailure(`${what}: ${error.message.split('\n')[0]}`)
      return fails
    }
  }

  const say = (what, act) => {
    log(what)
    return attempt(what, act)
  }

  const drawInEarshot = (recording, round) =>
    say(`${formatRecording(recording)}, ${round} of ${rounds}: Earshot`, () => {
      const path = pathOf(recording)
      return measureDrawing({
        address: earshot,
        path,
        limits: limits.earshot,
        goOn: async (context, page) => ({
          second: await attempt(`${formatRecording(recording)}: opened again`, () =>
            measureSecondOpening(context, page, { address: earshot, path }),
          ),
        }),
      })
    })

  const drawInWavesurfer = (recording, round) =>
    say(`${formatRecording(recording)}, ${round} of ${rounds}: wavesurfer.js`, () =>
      measureDrawing({
        address: `${pages}wavesurfer`,
        path: pathOf(recording),
        limits: limits.wavesurfer,
      }),
    )

  return {
    /** The players take turns. */
    async drawings(recording, { withPeers }) {
      const found = { ffmpeg: [], earshot: [], wavesurfer: [] }
      if (withPeers) await readThrough(pathOf(recording))
      for (let round = 1; round <= rounds; round++) {
        found.earshot.push(await drawInEarshot(recording, round))
        if (!withPeers) continue
        found.ffmpeg.push(
          await say(`${formatRecording(recording)}, ${round} of ${rounds}: ffmpeg`, () =>
            timeOfFfmpeg(pathOf(recording)),
          ),
        )
        // What has failed once would take three minutes, or all of the memory, again.
        const hasFailed = found.wavesurfer.includes(fails)
        found.wavesurfer.push(hasFailed ? fails : await drawInWavesurfer(recording, round))
      }
      return {
        earshot: mediansOf(found.earshot),
        wavesurfer: mediansOf(found.wavesurfer),
        ffmpeg: middleOf(found.ffmpeg),
      }
    },

    async firstSounds(recordings) {
      const browser = await launchChromium()
      const players = {
        bare: `${pages}bare`,
        earshot,
        wavesurfer: `${pages}wavesurfer?plays`,
      }
      const timeIn = (address, recording) =>
        timeOfFirstSound(browser, { address, path: pathOf(recording) })
      const found = new Map()
      try {
        // The first page that plays sound waits for the browser to start its audio process.
        for (const address of Object.values(players)) await timeIn(address, recordings[0])
        for (const recording of recordings) {
          const times = { bare: [], earshot: [], wavesurfer: [] }
          log(`${formatRecording(recording)}: first sound`)
          for (let round = 1; round <= soundRounds; round++) {
            for (const [name, address] of Object.entries(players)) {
              await rest(browser)
              const what = `${formatRecording(recording)}, first sound, ${name}`
              times[name].push(await attempt(what, () => timeIn(address, recording)))
            }
          }
          found.set(
            recording,
            Object.fromEntries(
              Object.entries(times).map(([name, values]) => [name, middleOf(values)]),
            ),
          )
        }
      } finally {
        await browser.close()
      }
      return found
    },

    zooming: (recording) =>
      say(`${formatRecording(recording)}: zooming and moving while it plays`, () =>
        measureZooming({ address: earshot, path: pathOf(recording), limits: limits.earshot }),
      ),

    async cancelling(recording) {
      const found = []
      for (let round = 1; round <= rounds; round++) {
        found.push(
          await say(`${formatRecording(recording)}, ${round} of ${rounds}: cancelling`, () =>
            measureCancelling({
              address: earshot,
              path: pathOf(recording),
              limits: limits.earshot,
            }),
          ),
        )
      }
      return mediansOf(found)
    },
  }
}

/** Of each measurement; `fails` where any of the visits has failed. */
function mediansOf(visits) {
  if (visits.length === 0 || visits.includes(fails)) return fails
  return Object.fromEntries(
    Object.keys(visits[0]).map((key) => [key, middleOf(visits.map((visit) => visit[key]))]),
  )
}

function middleOf(values) {
  if (values.includes(fails)) return fails
  return values.length === 0 || values.includes(null) ? null : median(values)
}
