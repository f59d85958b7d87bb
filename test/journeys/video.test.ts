import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

const { visit } = journeys()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const recordings = join(import.meta.dirname, '../fixtures/recordings')

/** Red for two seconds, then blue for two. Between the lines there is room for a frame. */
const film = (name = 'film.webm', mimeType = 'video/webm') => ({
  name,
  mimeType,
  buffer: readFileSync(join(recordings, name)),
})
const text = {
  name: 'film.vtt',
  mimeType: 'text/vtt',
  buffer: Buffer.from(
    `WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>Now it is red.\n\n00:02.200 --> 00:04.000\n<v Grace>Now it is blue.\n\n${Array.from(
      { length: 40 },
      (_, at) =>
        `01:${at + 10}.000 --> 01:${at + 11}.000\n<v ${at % 2 ? 'Grace' : 'Ada'}>And line ${at}.`,
    ).join('\n\n')}\n`,
  ),
}

async function openFilm(page: Page, given = film()) {
  await page.setInputFiles('input[type=file]', [given, text])
  await page.waitForSelector('.transcript-line:has-text("Now it is red.")')
  await page.waitForSelector('.picture-place:not([hidden])')
  await page.waitForFunction(() => document.querySelector('video')!.readyState >= 3)
}

/** The colour in the middle of what is shown now: "red", "blue", or what else it is. */
const colourShown = (page: Page) =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    pen.drawImage(document.querySelector('video')!, 0, 0, 10, 10)
    const [red = 0, green = 0, blue = 0] = pen.getImageData(5, 5, 1, 1).data
    if (green > 80) return 'neither'
    return red > 180 && blue < 80 ? 'red' : blue > 180 && red < 80 ? 'blue' : 'neither'
  })

/** Where things stand in the window. */
const places = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (selector: string) => {
      const { left, top, right, bottom, width, height } = document
        .querySelector(selector)!
        .getBoundingClientRect()
      return { left, top, right, bottom, width, height }
    }
    return {
      picture: boxOf('.picture'),
      video: boxOf('video'),
      player: boxOf('.app-player'),
      bar: boxOf('.player-bar'),
      column: boxOf('.app-column'),
      sideways: document.documentElement.scrollWidth - innerWidth,
    }
  })

/** Scrolls until the title is out of sight: the text may still be growing. */
async function readOn(page: Page) {
  const columnTop = () =>
    page.evaluate(() => {
      scrollTo(0, 1200)
      return document.querySelector('.app-column')!.getBoundingClientRect().top
    })
  await expect.poll(columnTop).toBeLessThan(-600)
}

describe('a film', () => {
  test.for<[string, string]>([
    ['film.webm', 'video/webm; codecs="vp8, opus"'],
    ['film.mp4', 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"'],
  ])('%s shows its picture, in step with sound and text', async ([name, type], { skip }) => {
    const { page, sound } = await visit()
    const isKnown = await page.evaluate(
      (asked) => document.createElement('video').canPlayType(asked) !== '',
      type,
    )
    // Chromium as its makers build it has no H.264; Chrome and Debian's Chromium have.
    skip(!isKnown, `this browser does not know ${type}`)
    await openFilm(page, film(name))
    expect(await page.locator('video').count()).toBe(1)
    expect(await page.textContent('h1')).toBe(name)
    await sound.jumpTo(0.5)
    await expect.poll(() => colourShown(page)).toBe('red')
    await page.click('.transcript-line:has-text("Now it is blue.") .transcript-time')
    await expect.poll(() => colourShown(page)).toBe('blue')
    await page.waitForSelector('.transcript-line:has-text("Now it is blue.")[data-now=spoken]')
    await page.keyboard.press('k')
    await sound.reaches(3)
    expect(await page.locator('.kit-note:has-text("no sound")').count()).toBe(0)
  })

  test('has its picture beside the text in a wide window, where it stays', async () => {
    const { page } = await visit('', { viewport: { width: 1280, height: 800 } })
    await openFilm(page)
    const { picture, video, column, player } = await places(page)
    expect(picture.left).toBeGreaterThanOrEqual(column.right)
    expect(picture.width / picture.height).toBeCloseTo(16 / 9, 1)
    expect(video).toEqual(picture)
    expect(Math.abs(picture.top - player.top)).toBeLessThan(20)
    await readOn(page)
    const scrolled = await places(page)
    expect(scrolled.picture.top).toBeGreaterThanOrEqual(0)
    expect(scrolled.picture.bottom).toBeLessThanOrEqual(800)
    expect(scrolled.sideways).toBe(0)
  })

  test.each(['film.webm', 'upright-film.webm'])(
    '%s stands above the text on a phone, and leaves room to read',
    async (name) => {
      const { page } = await visit('', { viewport: { width: 390, height: 844 } })
      await openFilm(page, film(name))
      await readOn(page)
      const { picture, bar, player, sideways } = await places(page)
      expect(picture.top).toBeGreaterThanOrEqual(0)
      expect(picture.bottom).toBeLessThanOrEqual(bar.top)
      expect(picture.height).toBeLessThanOrEqual(844 * 0.4)
      expect(picture.height).toBeGreaterThan(150)
      expect(player.height).toBeLessThan(844 * 0.6)
      expect(sideways).toBe(0)
    },
  )

  test('is beside the text on a phone that lies on its side', async () => {
    const { page } = await visit('', { viewport: { width: 844, height: 390 } })
    await openFilm(page)
    await readOn(page)
    const { picture, column, sideways } = await places(page)
    expect(picture.left).toBeGreaterThanOrEqual(column.right)
    expect(picture.top).toBeGreaterThanOrEqual(0)
    expect(picture.bottom).toBeLessThanOrEqual(390)
    expect(sideways).toBe(0)
  })

  test('takes no room from the text at 320 by 256, and none on paper', async () => {
    const { page } = await visit('', { viewport: { width: 320, height: 256 } })
    await openFilm(page)
    await readOn(page)
    const { picture, sideways } = await places(page)
    expect(picture.bottom).toBeLessThan(0)
    expect(sideways).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('video').isVisible()).toBe(false)
  })

  test('plays on while its place changes from beside to above, and is never loaded anew', async () => {
    const { page, sound } = await visit()
    await openFilm(page)
    await page.evaluate(() => {
      const element = document.querySelector('video')!
      const seen: string[] = []
      for (const event of ['emptied', 'pause', 'seeking']) {
        element.addEventListener(event, () => seen.push(event))
      }
      Object.assign(window, { seen, film: element })
    })
    await page.keyboard.press('k')
    await sound.reaches(0.5)
    await page.setViewportSize({ width: 600, height: 900 })
    const { picture, bar } = await places(page)
    expect(picture.bottom).toBeLessThanOrEqual(bar.top)
    await sound.reaches(1)
    // What happens when a view breaks, or is drawn again.
    await page.evaluate(() => {
      const element = document.querySelector('video')!
      const frame = element.parentElement!
      document.body.append(element)
      frame.append(element)
    })
    await page.setViewportSize({ width: 1280, height: 900 })
    await sound.reaches(1.8)
    const seen = await page.evaluate(() => {
      const world = window as never as { seen: string[]; film: Element }
      return { seen: world.seen, isSame: world.film === document.querySelector('video') }
    })
    expect(seen).toEqual({ seen: [], isSame: true })
  })

  test('plays and pauses by a click on it, and by the same keys', async () => {
    const { page, sound } = await visit()
    await openFilm(page)
    await page.click('video')
    await sound.reaches(0.3)
    await page.click('video')
    await expect.poll(() => sound.isPaused()).toBe(true)
    await page.keyboard.press('Space')
    await expect.poll(() => sound.isPaused()).toBe(false)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  })

  test('fills the screen by its button and its key, with the browser’s controls, and comes back', async () => {
    const { page, sound } = await visit()
    await openFilm(page)
    const filling = () =>
      page.evaluate(() => {
        const element = document.querySelector('video')!
        return [document.fullscreenElement === element, element.controls]
      })
    await page.click('.picture button')
    await expect.poll(filling).toEqual([true, true])
    await page.keyboard.press('k')
    await sound.reaches(0.3)
    await page.keyboard.press('Shift+F')
    await expect.poll(filling).toEqual([false, false])
    await page.keyboard.press('Shift+F')
    await expect.poll(filling).toEqual([true, true])
    await page.evaluate(() => document.exitFullscreen())
    await expect.poll(filling).toEqual([false, false])
    expect(await sound.isPaused()).toBe(false)
  })

  test('has one tab stop more than sound alone, and gives it back to a sound recording', async () => {
    const { page, sound } = await visit()
    const stops = () => page.locator('.app-player :is(button, input, select):visible').count()
    const before = await stops()
    await openFilm(page)
    expect(await stops()).toBe(before + 1)
    await page.setInputFiles('input[type=file]', [
      { name: 'talk.mp3', mimeType: 'audio/mpeg', buffer: silentMp3(6) },
    ])
    await page.waitForSelector('h1:has-text("talk.mp3")')
    await page.waitForSelector('.picture-place', { state: 'hidden' })
    expect(await stops()).toBe(before)
    await sound.isReady()
    await page.keyboard.press('k')
    await sound.reaches(0.3)
  })

  test('without sound is shown and followed, and the page says that there is none to hear', async () => {
    const { page, sound } = await visit()
    await openFilm(page, film('silent-film.webm'))
    await page.waitForSelector('.kit-note:has-text("no sound")')
    await page.keyboard.press('k')
    await sound.reaches(2.2)
    await page.waitForSelector('.transcript-line:has-text("Now it is blue.")[data-now=spoken]')
  })

  test.each(['light', 'dark'] as const)('leaves axe nothing to find, %s', async (colorScheme) => {
    const { page } = await visit('', { colorScheme })
    await openFilm(page)
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { axe } = window as never as {
        axe: { run(options: object): Promise<{ violations: { id: string }[] }> }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const { violations } = await axe.run({ runOnly: tags })
      return violations.map(({ id }) => id)
    })
    expect(found).toEqual([])
    const name = await page.locator('video').getAttribute('aria-label')
    expect(name).toBe('Picture of the recording')
  })
})
