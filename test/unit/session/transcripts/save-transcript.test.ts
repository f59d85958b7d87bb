import { expect, test } from 'vitest'
import { createSaveTranscript } from '#session/transcripts/save-transcript.ts'
import { createAppStore } from '#state/store.ts'
import { shownRecord } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { readAs } from '../../../support/open-transcript.ts'
import { segment, transcript } from '../../../support/transcripts.ts'

const text = 'This is a sentence that is about as long as two lines of captions are allowed to be. '
  .repeat(4)
  .trim()
const words = [...text.matchAll(/\S+/g)].map(({ 0: { length }, index }, at) => ({
  from: index,
  to: index + length,
  start: at / 3,
  end: (at + 0.9) / 3,
}))
const timed = transcript([segment(text, 0, 24, { words })])

/** The segments that are written when the shown transcript, read as `read`, is saved in a format. */
async function saved(read: Transcript, format: string) {
  const store = createAppStore()
  store.getState().transcriptsRead([readAs(read, { name: 'talk.txt', format: 'plain-text' })])
  const { id } = shownRecord(store.getState().transcripts)!
  store.getState().transcriptChanged(id, { timed })
  let written: Transcript | null = null
  const save = createSaveTranscript({
    store,
    writeTranscript: (whole) => {
      written = whole
      return Promise.resolve({ text: '', fileName: 'talk', mimeType: '', problems: [] })
    },
    giveFile: () => undefined,
  })
  await save(format, {})
  return written!.segments.length
}

test('prose whose words were found is saved as cues that can be read, and else as its paragraphs', async () => {
  const prose = transcript([segment(text, null, null)])
  expect(await saved(prose, 'subrip')).toBe(4)
  expect(await saved(prose, 'whisper-json')).toBe(1)
})

test('cues of a file stay as they are', async () => {
  expect(await saved(timed, 'subrip')).toBe(1)
})
