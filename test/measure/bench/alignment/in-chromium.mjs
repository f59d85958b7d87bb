import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeRecording } from '../../alignment/compose.mjs'
import { folderFor } from '../../alignment/place.mjs'
import { ffmpeg } from '../../../make/recordings/ffmpeg.mjs'
import { canReadMemory, processOf, restingMemory, watchMemory } from '../recordings/renderer.mjs'
import { newPage, openPage, waitForPeaks, withFreshBrowser } from '../recordings/visit.mjs'
import { cpuSeconds } from './cpu-seconds.mjs'

const minuteMs = 60_000
/** For the peaks of hours, and for a machine that does something else, too. */
const peaksPatienceMs = 10 * minuteMs
/** The slowest that an alignment may be: as long as the sound. */
const patienceOf = (seconds) => Math.max(minuteMs, seconds * 1000)

export const definition =
  'in Chromium: the built page is given an MP3 and its plain text; from the press of “Find the words in the sound”, ' +
  'when the peaks are drawn, until the page tells what was found. CPU: of all threads of the page’s process, ' +
  'with loading the models. Memory: the most that the process holds in that time, less what a blank page holds. ' +
  'One core: the browser may use but one.'

/**
 * Opens sound and text in a fresh browser and has the words found, as a listener does.
 *
 * @param {{ app: string, minutes: number, cores: 'one' | 'all' }} visit `app`: address of the built app
 * @returns {Promise<{ wall: number, cpu: number, memory: number | null, seconds: number }>} `wall` and `cpu` in
 *   seconds, `memory` in MB, `seconds` of sound
 */
export async function alignInChromium({ app, minutes, cores }) {
  const { sound, text, seconds } = await soundAndText(minutes)
  const giveBack = cores === 'one' ? keepToOneCore() : () => {}
  try {
    return await withFreshBrowser(async (browser, context) => {
      const page = await newPage(context)
      const blank = canReadMemory ? await restingMemory(await processOf(browser, page)) : null
      await openPage(page, `${app}?audio=`)
      await page.setInputFiles('input[type=file]', [sound, text])
      await waitForPeaks(page, ['drawn'], { patienceMs: peaksPatienceMs })
      const process = await processOf(browser, page)
      const memory = blank === null ? null : watchMemory(process)
      const cpuBefore = cpuSeconds(process)
      const begun = performance.now()
      await findWords(page, patienceOf(seconds))
      const wall = (performance.now() - begun) / 1000
      const cpu = cpuSeconds(process) - cpuBefore
      return { wall, cpu, memory: memory && memory.stop() - blank, seconds }
    })
  } finally {
    giveBack()
  }
}

/** Throws what the page says where it found nothing. */
async function findWords(page, patienceMs) {
  await page.getByRole('button', { name: 'Find the words in the sound' }).first().click()
  await page.locator('.alignment-progress').waitFor({ timeout: minuteMs })
  await page.locator('.alignment-progress').waitFor({ state: 'detached', timeout: patienceMs })
  const failure = page.locator('.alignment-failure')
  if ((await failure.count()) > 0) throw new Error(await failure.innerText())
}

/** The measuring half, clean, as a broadcaster would put it on the web. */
async function soundAndText(minutes) {
  const { sound, script, seconds } = await composeRecording({
    half: 'measuring',
    minutes,
    condition: 'clean',
  })
  const folder = folderFor('web')
  const coded = join(folder, `${minutes}min.mp3`)
  if (!existsSync(coded)) {
    await ffmpeg(['-i', sound, '-c:a', 'libmp3lame', '-b:a', '64k', coded])
  }
  const text = join(folder, `${minutes}min.txt`)
  writeFileSync(text, script.lines.map(({ text }) => text).join('\n\n'))
  return { sound: coded, text, seconds }
}

/** Whatever this process starts from now on uses one core only; answers with what ends that. */
function keepToOneCore() {
  const mine = String(process.pid)
  const mask = execFileSync('taskset', ['-p', mine]).toString().trim().split(' ').at(-1)
  const first = String(31 - Math.clz32(Number.parseInt(mask, 16) & -Number.parseInt(mask, 16)))
  execFileSync('taskset', ['-cp', first, mine])
  return () => void execFileSync('taskset', ['-p', mask, mine])
}
