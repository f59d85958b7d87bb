import { expect, test } from 'vitest'
import { alignmentOn, bare } from '../support/aligning.ts'
import { demoWords } from '../support/demo-words.ts'
import { journeys } from '../support/journey.ts'
import { excerptFile, twice } from '../support/sound-files.ts'

const { visit } = journeys()

const seconds = 20
const plain = (text: string) => bare(text).toLowerCase()
/** What is said in the excerpt, long enough to be looked at in the middle. */
const longWords = demoWords().filter(({ start, end }) => end < seconds - 1 && end - start >= 0.35)

async function visitWithSound(sound = excerptFile(seconds)) {
  const visited = await visit('?audio=', { waitsFor: '' })
  const alignment = alignmentOn(visited.page)
  const file = await sound
  await alignment.open(file)
  await alignment.says('If the language is English')
  return { ...visited, alignment, file }
}

test('a recording without a text has one written: its cost first, then the words at their times, to be saved', async () => {
  const { page, alignment } = await visitWithSound()
  await alignment.press('d')
  await alignment.says(/Press D again, or Enter, to begin\. The speech model is \d\d MB/)
  await page.waitForSelector('.alignment-note button:focus')
  await page.keyboard.press('Enter')
  await alignment.says(/^The draft has \d+ words\. Names and rare words may be wrong\./)
  expect(await page.locator('.app-draft-badge').innerText()).toBe('Machine-made draft')
  const marked: string[] = []
  for (const { start, end } of longWords) {
    const words = await alignment.wordsAt(Number(((start + end) / 2).toFixed(2)))
    marked.push(words.map(({ text }) => plain(text)).join(' '))
  }
  const right = longWords.filter(({ text }, at) => marked[at] === plain(text))
  expect(right.length, marked.join(', ')).toBeGreaterThanOrEqual(0.7 * longWords.length)

  const saved = await alignment.saveAs('WebVTT')
  expect(saved).toMatch(/^WEBVTT/)
  expect(saved).toMatch(/<00:00:\d\d\.\d{3}>/)
})

test('a draft that is stopped stays, is there after a reload, goes on, and is forgotten with the rest', async () => {
  const { page, alignment, file } = await visitWithSound(excerptFile(28).then(twice))
  await alignment.note.getByRole('button', { name: 'Write a draft' }).click()
  await page.waitForSelector('.transcript-line')
  await alignment.press('x')
  await alignment.says(/^Written up to \d:\d\d of 0:56/)
  const texts = await alignment.texts()
  expect(texts.length).toBeGreaterThan(0)

  await page.reload()
  await alignment.open(file)
  await alignment.says(/^Written up to \d:\d\d of 0:56/)
  expect(await alignment.texts()).toEqual(texts)
  await alignment.press('q')
  // The whole draft, on a machine that does other things.
  await alignment.says(/^The draft has \d+ words/, 120_000)
  const written = (await alignment.texts()).join(' ')
  expect(written.startsWith(texts.join(' '))).toBe(true)
  expect(written.length).toBeGreaterThan(texts.join(' ').length)

  await alignment.press('s')
  await page.getByRole('button', { name: 'Delete waveforms' }).click()
  await page.getByText('No waveforms are stored.').waitFor()
  await page.reload()
  await alignment.open(file)
  await alignment.says('If the language is English')
  expect(await page.locator('.transcript-line').count()).toBe(0)
})
