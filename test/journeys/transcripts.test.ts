import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { journeys } from '../support/journey.ts'

const { visit } = journeys()

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
})
const give = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.setInputFiles('input[type=file]', files)
const linesOf = (page: Page) => page.locator('.transcript-line').allTextContents()
async function reads(page: Page, text: string) {
  await expect.poll(async () => (await linesOf(page)).join(' ')).toContain(text)
}

const english = 'WEBVTT\nLanguage: en\n\n00:01.000 --> 00:04.000\nGood evening.\n'
const german = 'WEBVTT\nLanguage: de\n\n00:01.000 --> 00:04.000\nGuten Abend.\n'
/** The demo's sound, so that the new text has something to be beside. */
const demoSound = new URL('../../public/demo/demo.mp3', import.meta.url)

async function visitWithSound() {
  const visited = await visit()
  const sound = await readFile(demoSound)
  await give(visited.page, file('talk.mp3', sound), file('talk.en.vtt', english))
  await reads(visited.page, 'Good evening.')
  return visited
}

describe('several transcripts of one recording', () => {
  test('a language that comes later is shown, and both are a choice away, while the sound plays on', async () => {
    const { page, sound } = await visitWithSound()
    await page.click('#play-button')
    await sound.reaches(0.5)
    const source = () => page.evaluate(() => document.querySelector('video')!.currentSrc)
    const before = await source()
    await give(page, file('talk.de.vtt', german))
    await reads(page, 'Guten Abend.')
    const chooser = page.getByRole('combobox', { name: 'Which transcript is shown' })
    expect(await chooser.locator('option').allTextContents()).toEqual([
      'English – talk.en.vtt',
      'German – talk.de.vtt',
    ])
    await chooser.selectOption('English – talk.en.vtt')
    await reads(page, 'Good evening.')
    await page.locator('h1').click()
    await page.keyboard.press('Shift+T')
    await reads(page, 'Guten Abend.')
    const time = await sound.time()
    await expect.poll(() => sound.time()).toBeGreaterThan(time)
    expect(await source()).toBe(before)
  })
})

describe('how a transcript was read', () => {
  test('letters that look wrong are put right by choosing the encoding, which shows what it makes of the file', async () => {
    const { page } = await visitWithSound()
    // Too little to guess by: “Да” in Windows-1251.
    const bytes = Buffer.concat([
      Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'),
      Buffer.from([0xc4, 0xe0]),
    ])
    await give(page, file('short.srt', bytes))
    await page.waitForSelector('.kit-note:has-text("is not in UTF-8")')
    await page.locator('h1').click()
    await page.keyboard.press('i')
    await page.getByLabel('Encoding').selectOption('windows-1251')
    await expect
      .poll(() => page.locator('.transcripts-file-beginning').textContent())
      .toContain('Да')
    await page.getByRole('button', { name: 'Read again' }).click()
    await reads(page, 'Да')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  test('what was odd is listed with the line of the file', async () => {
    const { page } = await visitWithSound()
    await give(page, file('odd.srt', '1\n00:00:01,000 -> 00:00:02,000\nOdd arrow.\n'))
    await reads(page, 'Odd arrow.')
    await page.getByRole('button', { name: 'Reading report' }).click()
    await expect
      .poll(() => page.locator('.transcripts-problem-line').first().textContent())
      .toBe('Line 200:00:01,000 -> 00:00:02,000')
  })

  test('it can be read as another format, and what cannot be says why and changes nothing', async () => {
    const { page } = await visitWithSound()
    await page.locator('h1').click()
    await page.keyboard.press('i')
    await page.getByLabel('Read as').selectOption('Whisper JSON')
    await page.getByRole('button', { name: 'Read again' }).click()
    await page.waitForSelector(
      '.transcripts-failure:has-text("is not the JSON that Whisper writes")',
    )
    await reads(page, 'Good evening.')
    await page.getByLabel('Read as').selectOption('Plain text')
    await page.getByRole('button', { name: 'Read again' }).click()
    await reads(page, '00:01.000 --> 00:04.000')
  })
})

describe('a PDF', () => {
  const fixture = (path: string) =>
    readFile(new URL(`../fixtures/transcripts/${path}`, import.meta.url))

  test('is read with its speakers, in paragraphs that are whole across its pages; a scan says what to do', async () => {
    const { page } = await visitWithSound()
    await give(page, file('flood.pdf', await fixture('pdf/running-heads-and-hyphens.pdf')))
    await reads(page, 'and from there we saw the lights of the village go out')
    expect((await linesOf(page)).join(' ')).not.toContain('Page 1 of 2')
    await page.waitForSelector('.transcript-line:has-text("Ada Park")')
    await give(page, file('scan.pdf', await fixture('refused/scan.pdf')))
    await page.getByText('is a scan').waitFor()
  })
})

describe('who speaks', () => {
  const film =
    '1\n00:00:01,000 --> 00:00:02,000\nAda: Good evening.\n\n2\n00:00:02,000 --> 00:00:03,000\nIt rains.\n'

  test('text that was not taken for a name is, after the listener has seen what that gives', async () => {
    const { page } = await visitWithSound()
    await give(page, file('film.srt', film))
    await reads(page, 'Ada: Good evening.')
    await page.locator('h1').click()
    await page.keyboard.press('i')
    const status = page.locator('.transcripts-reading [role=status]')
    await expect.poll(() => status.textContent()).toContain('No speakers are named.')
    await page
      .getByLabel('Speakers')
      .selectOption({ label: 'Every text before a colon is a speaker' })
    await expect.poll(() => status.textContent()).toContain('1 speaker,')
    expect(await page.locator('.transcripts-first-lines').innerText()).toMatch(
      /^0:01 Ada Good evening\./,
    )
    await reads(page, 'Ada: Good evening.')
    await page.getByRole('button', { name: 'Read again' }).click()
    await expect.poll(async () => (await linesOf(page)).join(' ')).not.toContain('Ada: Good')
    expect(await page.locator('.transcript-lines').innerText()).toMatch(/Ada\s*Good evening/)
  })
})

describe('a transcript outside of its recording', () => {
  test('is said to be, is moved by whole hours at a click, and back', async () => {
    const { page, sound } = await visitWithSound()
    const late =
      'WEBVTT\n\n10:00:01.000 --> 10:00:04.000\nGood evening.\n\n10:00:45.000 --> 10:00:46.000\nGood night.\n'
    await give(page, file('programme.vtt', late))
    await reads(page, 'Good night.')
    const note = page.locator('.kit-note:has-text("are outside of the recording")')
    await note.waitFor()
    await note.getByRole('button', { name: 'Move them 10:00:00 earlier' }).click()
    await page.locator('.kit-note:has-text("were moved 10:00:00 earlier")').waitFor()
    await page.locator('.transcript-time', { hasText: '0:45' }).click()
    await expect.poll(() => sound.time()).toBeCloseTo(45, 1)
    await page.getByRole('button', { name: 'Put them back' }).click()
    await note.waitFor()
  })
})

describe('saving the transcript', () => {
  test('in every format gives a file, and those that this page wrote open again with the same text', async () => {
    const { page } = await visitWithSound()
    await page.locator('h1').click()
    await page.keyboard.press('e')
    const select = page.getByLabel('Format')
    await select.waitFor()
    const formats = await select.locator('option').allTextContents()
    expect(formats.length).toBeGreaterThanOrEqual(12)
    const saved: ReturnType<typeof file>[] = []
    for (const format of formats) {
      await select.selectOption(format)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save', exact: true }).click(),
      ])
      const content = await readFile(await download.path())
      expect(content.length).toBeGreaterThan(10)
      expect(download.suggestedFilename()).toMatch(/^talk\./)
      saved.push(file(download.suggestedFilename(), content))
      await page.waitForSelector(
        `.transcripts-saved:has-text("Saved as ${download.suggestedFilename()}")`,
      )
    }
    await page.keyboard.press('Escape')
    for (const each of saved) {
      await give(page, each)
      await expect
        .poll(() =>
          page.getByRole('combobox', { name: 'Which' }).locator('option:checked').textContent(),
        )
        .toContain(each.name)
      await reads(page, 'Good evening.')
    }
  })
})
