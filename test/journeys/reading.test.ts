import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoWords } from '../support/demo-words.ts'
import { journeys, placeOfWord } from '../support/journey.ts'
import type { Sound } from '../support/journey.ts'
import { drawn, scrollingEnds } from '../support/page-at-rest.ts'

const { visit } = journeys()
const words = demoWords()

/** Jumps to 2:30, and waits until the line there is current and the page has followed to it. */
async function goToTheMiddle(page: Page, sound: Sound) {
  await sound.isReady()
  await sound.jumpTo(150)
  await page.waitForFunction(() =>
    document
      .querySelector('.transcript-line[data-now] .transcript-time')
      ?.textContent.startsWith('2:'),
  )
  await scrollingEnds(page)
}

/** Following is suspended: its button is not pressed. The chip is there only while the line is out of view. */
const suspended = 'button[aria-pressed="false"]:has-text("Follow")'

/** The line after the one being spoken, which is in view: nothing has to scroll to reach it. */
const nextLine = '.transcript-line[data-now] + .transcript-line'

async function selectInView(page: Page) {
  const top = await page.evaluate(() => window.scrollY)
  await page.evaluate((line) => {
    const text = document.querySelector(line)!.lastChild!
    getSelection()!.setBaseAndExtent(text, 0, text, 4)
  }, nextLine)
  await page.waitForSelector(suspended)
  expect(await page.evaluate(() => window.scrollY)).toBe(top)
}

async function focusInView(page: Page) {
  const top = await page.evaluate(() => window.scrollY)
  await page.evaluate(
    (line) =>
      document
        .querySelector<HTMLElement>(`${line} .transcript-time`)!
        .focus({ preventScroll: true }),
    nextLine,
  )
  await page.waitForSelector(suspended)
  expect(await page.evaluate(() => window.scrollY)).toBe(top)
}

describe('following', () => {
  test('keeps the line being spoken in view, about a third from the top', async () => {
    const { page, sound } = await visit()
    await goToTheMiddle(page, sound)
    const box = (await page.locator('.transcript-line[data-now]').first().boundingBox())!
    expect(box.y).toBeGreaterThan(200)
    expect(box.y).toBeLessThan(600)
  })

  test('is suspended by the wheel, says so, never resumes by itself, and resumes on the chip', async () => {
    const { page, sound } = await visit()
    await goToTheMiddle(page, sound)
    await page.keyboard.press('k')
    await sound.reaches(150.5)
    await page.mouse.move(600, 600)
    await page.mouse.wheel(0, -1500)
    await page.waitForSelector('.transcript-follow-chip')
    await scrollingEnds(page)
    const top = await page.evaluate(() => window.scrollY)
    await sound.reaches(157)
    expect(await page.evaluate(() => window.scrollY)).toBe(top)
    expect(await page.textContent('.transcript-follow-chip')).toMatch(/Back to 2:3\d/)
    await page.click('.transcript-follow-chip')
    await page.waitForSelector('.transcript-follow-chip', { state: 'detached' })
    await scrollingEnds(page)
    expect(await page.locator('.transcript-follow-chip').count()).toBe(0)
    await expect(page.locator('.transcript-line[data-now]').first().isVisible()).resolves.toBe(true)
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(top + 500)
  })

  test.each([
    ['Page Down', (page) => page.keyboard.press('PageDown')],
    ['a scroll from elsewhere', (page) => page.evaluate(() => window.scrollBy(0, -700))],
    ['a selection', (page) => selectInView(page)],
    ['focus on another line', (page) => focusInView(page)],
    ['the search', (page) => page.keyboard.press('/')],
  ] as [string, (page: Page) => Promise<unknown>][])('is suspended by %s', async (_, look) => {
    const { page, sound } = await visit()
    await goToTheMiddle(page, sound)
    expect(await page.locator(suspended).count()).toBe(0)
    await look(page)
    await page.waitForSelector(suspended)
  })

  test('resumes on a seek made from the transcript', async () => {
    const { page, sound } = await visit()
    await goToTheMiddle(page, sound)
    await page.mouse.move(600, 600)
    await page.mouse.wheel(0, -900)
    await page.waitForSelector('.transcript-follow-chip')
    await scrollingEnds(page)
    await page.locator('.transcript-time:visible').nth(12).click()
    await page.waitForSelector('.transcript-follow-chip', { state: 'detached' })
  })

  test('is not disturbed when the controls unfold or the window changes its width', async () => {
    const { page, sound } = await visit()
    await goToTheMiddle(page, sound)
    // Where a pointer would: Playwright's own click scrolls the page first, which is a listener looking elsewhere.
    const more = (await page.locator('button:has-text("More")').boundingBox())!
    await page.mouse.click(more.x + more.width / 2, more.y + more.height / 2)
    await page.waitForSelector('button[aria-expanded="true"]:has-text("More")')
    await scrollingEnds(page)
    await page.setViewportSize({ width: 700, height: 900 })
    await page.waitForFunction(() => innerWidth === 700)
    await scrollingEnds(page)
    expect(await page.locator('.transcript-follow-chip').count()).toBe(0)
    const box = (await page.locator('.transcript-line[data-now]').first().boundingBox())!
    expect(box.y).toBeGreaterThan(100)
    expect(box.y).toBeLessThan(800)
  })

  test('jumps without gliding where motion is to be reduced', async () => {
    const { page, sound } = await visit('', { reducedMotion: 'reduce' })
    await sound.isReady()
    await page.evaluate(() => {
      const tops: number[] = []
      addEventListener('scroll', () => tops.push(scrollY))
      Object.assign(window, { tops })
    })
    await sound.jumpTo(60)
    await page.waitForFunction(() => (window as never as { tops: number[] }).tops.length > 0)
    await scrollingEnds(page)
    const tops = await page.evaluate(() => (window as never as { tops: number[] }).tops)
    expect(tops.length).toBeGreaterThan(0)
    expect(tops.length).toBeLessThanOrEqual(2)
  })
})

describe('selecting and copying', () => {
  test('dragging over words selects them and does not seek', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const from = await placeOfWord(page, 'Tonight')
    const to = await placeOfWord(page, 'people')
    await page.mouse.move(from.x + 1, from.centre.y)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width, to.centre.y, { steps: 8 })
    await page.mouse.up()
    await drawn(page)
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^Tonight.*people$/)
    expect(await sound.time()).toBe(0)
  })

  test('a click that clears a selection does not seek, and the next one does', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const { centre } = await placeOfWord(page, 'Tonight')
    await page.mouse.dblclick(centre.x, centre.y)
    await drawn(page)
    const before = await sound.time()
    const other = await placeOfWord(page, 'disappear.')
    await page.mouse.click(other.centre.x, other.centre.y)
    await drawn(page)
    expect(await page.evaluate(() => String(getSelection()))).toBe('')
    expect(await sound.time()).toBe(before)
    await page.mouse.click(other.centre.x, other.centre.y)
    const { start } = words.find(({ text }) => text === 'disappear.')!
    await page.waitForFunction(
      (time) => document.querySelector('video')!.currentTime >= time,
      start,
    )
  })

  test('a selection stands while the sound plays on', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.keyboard.press('k')
    await sound.reaches(5)
    const { centre } = await placeOfWord(page, 'slaughtered', 0).catch(() =>
      placeOfWord(page, 'Slaughtered'),
    )
    await page.mouse.dblclick(centre.x, centre.y)
    const selected = await page.evaluate(() => String(getSelection()).trim())
    await sound.reaches(9)
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(selected)
  })

  test('what is copied has the speakers and the words, and no times', async () => {
    const { page } = await visit('', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Nadia: Good evening. I am Nadia.\n\nJonas: And I am Jonas.')
    expect(copied).not.toMatch(/\d:\d\d/)
    const every = words
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
    const plain = copied.replace(/^(Nadia|Jonas|Samir|Claire): /gm, '').replace(/\s+/g, ' ')
    expect(plain.length).toBeGreaterThan(every.length * 0.98)
  })
})

describe('searching', () => {
  test('marks and counts matches as you type, goes through them without seeking, and goes to one', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.keyboard.press('/')
    await page.keyboard.type('detourner')
    const count = () => page.textContent('.search-count')
    await expect.poll(count).toBe('1 of 1')
    await expect
      .poll(() => page.evaluate(() => Array.from(CSS.highlights.get('search-hit')!, String)))
      .toEqual(['détourner'])
    await page.fill('.search-field', 'city')
    await page.waitForSelector('[role=status]:has-text("matches")')
    const total = Number(/of (\d+)/.exec((await count())!)![1])
    expect(total).toBeGreaterThan(2)
    await page.keyboard.press('Enter')
    await expect.poll(count).toBe(`2 of ${total}`)
    await page.keyboard.press('Shift+Enter')
    await expect.poll(count).toBe(`1 of ${total}`)
    expect(await sound.time()).toBe(0)
    const hit = await page.evaluate(() =>
      Array.from(CSS.highlights.get('search-hit-looked-at')!, String),
    )
    expect(hit).toEqual(['city'])
    // The search bar may move with the page.
    await scrollingEnds(page)
    await page.click('button:has-text("Go there")')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 1)
    await page.focus('.search-field')
    await page.keyboard.press('Escape')
    expect(await page.locator('.search-field').count()).toBe(0)
    expect(await page.evaluate(() => CSS.highlights.get('search-hit')!.size)).toBe(0)
  })

  test('brings the match into view', async () => {
    const { page } = await visit()
    await page.keyboard.press('/')
    await page.keyboard.type('coalition')
    await page.waitForSelector('.search-count:has-text("1 of")')
    const height = async () => (await placeOfWord(page, 'coalition')).centre.y
    await expect.poll(height).toBeLessThan(880)
    await scrollingEnds(page)
    expect(await height()).toBeGreaterThan(150)
    expect(await height()).toBeLessThan(880)
  })
})
