import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hyperaudioPage } from './hyperaudio-page.mjs'
import { recordingLoop, secondsInLoop } from './recording.mjs'
import { startOf, toWebVtt } from './transcript.mjs'

export const fixturesFolder = join(import.meta.dirname, '../fixtures')
export const hyperaudioScript = 'hyperaudio-lite.js'

/** Writes, for each number of words, the recording, the transcript for Earshot and the peer's page. */
export function makeFixtures(counts, { log }) {
  mkdirSync(fixturesFolder, { recursive: true })
  const loop = recordingLoop({ log })
  for (const count of counts) {
    const { recording, transcript, page } = fixtureNames(count)
    const repeats = Math.ceil(startOf(count) / secondsInLoop)
    write(recording, Buffer.concat(Array.from({ length: repeats }, () => loop)))
    write(transcript, toWebVtt(count))
    write(page, hyperaudioPage({ count, recording, script: hyperaudioScript }))
  }
}

export const fixtureNames = (count) => ({
  recording: `words-${count}.mp3`,
  transcript: `words-${count}.vtt`,
  page: `words-${count}.html`,
})

/** Whole or not at all, so that a run that was ended leaves no half file. */
function write(name, content) {
  const path = join(fixturesFolder, name)
  writeFileSync(`${path}.part`, content)
  renameSync(`${path}.part`, path)
}
