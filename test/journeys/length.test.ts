import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

const { visit } = journeys()

/** Records in the page, as voice memos are, and picks the file: WebM that does not say how long it is. */
async function pickMemo(page: Page, seconds: number) {
  await page.evaluate(async (halfSeconds) => {
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const stream = sound.createMediaStreamDestination()
    tone.connect(stream)
    tone.start()
    const recorder = new MediaRecorder(stream.stream, { mimeType: 'audio/webm;codecs=opus' })
    const parts: Blob[] = []
    const isLongEnough = new Promise<void>((resolve) => {
      recorder.ondataavailable = ({ data }) => {
        if (parts.push(data) === halfSeconds) resolve()
      }
    })
    recorder.start(500)
    await isLongEnough
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.stop()
    await stopped
    await sound.close()
    const transfer = new DataTransfer()
    transfer.items.add(new File(parts, 'memo.webm'))
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, seconds * 2)
}

test('a recording that does not say how long it is can be sought in, and plays from there', async () => {
  const { page, sound } = await visit()
  await pickMemo(page, 8)
  await page.waitForSelector('h1:has-text("memo.webm")')
  await page.waitForSelector('.player-bar-duration:has-text("0:0")')
  expect(await page.evaluate(() => document.querySelector('video')!.duration)).toBe(Infinity)
  await page.focus('.waveform-seek-slider')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => sound.time()).toBeCloseTo(5, 2)
  const box = (await page.locator('.waveform').boundingBox())!
  await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2)
  await expect.poll(() => sound.time()).toBeCloseTo(2, 0)
  await page.click('#play-button')
  await sound.reaches(3)
})

test('peaks of another recording are not drawn, and a sentence says why', async () => {
  const { page } = await visit()
  const header = { version: 2, channels: 1, sample_rate: 8000, samples_per_pixel: 80, bits: 8 }
  const data = Array.from({ length: 2 * 900 }, (_, at) => (at % 2 === 0 ? -9 : 9))
  await page.setInputFiles('input[type=file]', [
    { name: 'a.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from(silentMp3(30)) },
    {
      name: 'b.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...header, length: 900, data })),
    },
  ])
  await page.waitForSelector('[role=alert]:has-text("b.json is not used for the waveform")')
  expect(await page.textContent('[role=alert]')).toMatch(/a recording of 0:09, .* lasts 0:(29|30)/)
})
