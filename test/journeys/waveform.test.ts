import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { drawn } from '../support/page-at-rest.ts'

const { visit } = journeys()
const seconds = 191.2

async function opened(options: Parameters<typeof visit>[1] = {}, path = '') {
  const visited = await visit(path, options)
  await visited.sound.isReady()
  await visited.page.waitForSelector('.waveform-marks')
  return visited
}

/** The stretch under the pane of the overview, seconds. */
const shown = (page: Page) =>
  page.$eval(
    '.waveform-overview-pane',
    (pane, duration) => {
      const part = (text: string) => (Number.parseFloat(text) / 100) * duration
      const { left, width } = (pane as HTMLElement).style
      return { start: part(left), end: part(left) + part(width) }
    },
    seconds,
  )

const press = async (page: Page, key: string, times: number) => {
  for (let time = 0; time < times; time++) await page.keyboard.press(key)
}

const status = (page: Page) => page.textContent('[role=status]')

describe('the waveform, zoomed in', () => {
  test('is drawn no larger than its place, has the whole under it, and moves no text', async () => {
    const { page } = await opened()
    const height = () => page.$eval('.waveform-frame', (frame) => frame.clientHeight)
    const before = await height()
    await press(page, '+', 6)
    await page.waitForSelector('.waveform-overview')
    await expect.poll(() => status(page)).toBe('Showing 8 seconds, as close as it goes')
    expect(await height()).toBe(before)
    const sizes = await page.evaluate(() => {
      const host = document.querySelector('.waveform-picture > div')!
      const widths = Array.from(host.shadowRoot!.querySelectorAll('canvas'), ({ width }) => width)
      return { widths, room: Math.round(host.clientWidth * devicePixelRatio) }
    })
    expect(sizes.widths).toEqual([sizes.room, sizes.room])
    await press(page, '-', 6)
    await expect.poll(() => status(page)).toBe('The whole recording')
    expect(await page.locator('.waveform-overview').count()).toBe(0)
  })

  test('a click goes to the place in what is shown, and the pointer is told its time', async () => {
    const { page, sound } = await opened({}, '#t=100')
    await expect.poll(() => sound.time()).toBeGreaterThan(99)
    await press(page, '+', 3)
    await page.waitForSelector('.waveform-overview')
    const { start, end } = await shown(page)
    expect((start + end) / 2).toBeCloseTo(100, 0)
    const box = (await page.locator('.waveform-box').boundingBox())!
    await page.mouse.click(box.x + box.width / 4, box.y + 20)
    const wanted = start + (end - start) / 4
    await expect.poll(() => sound.time()).toBeCloseTo(wanted, 0)
    const minutes = Math.floor(wanted / 60)
    expect(await page.textContent('.waveform-bubble')).toMatch(new RegExp(`^${minutes}:\\d\\d`))
  })

  test('turns its pages while the sound plays', async () => {
    const { page, sound } = await opened({}, '#t=20')
    await press(page, '+', 6)
    await page.waitForSelector('.waveform-overview')
    const before = await shown(page)
    await page.keyboard.press('k')
    await sound.reaches(before.end + 0.3)
    await expect.poll(async () => (await shown(page)).start).toBeGreaterThan(before.end - 1)
    const after = await shown(page)
    const now = await sound.time()
    expect(now).toBeGreaterThan(after.start)
    expect(now).toBeLessThan(after.end)
  })

  test('the wheel with Ctrl zooms under the pointer, with Shift pans, and else scrolls the page', async () => {
    const { page } = await opened()
    const box = (await page.locator('.waveform-box').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.75, box.y + 20)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -600)
    await page.keyboard.up('Control')
    await page.waitForSelector('.waveform-overview')
    const zoomed = await shown(page)
    expect(zoomed.end - zoomed.start).toBeCloseTo(seconds / 4, 0)
    expect(zoomed.start + (zoomed.end - zoomed.start) * 0.75).toBeCloseTo(seconds * 0.75, 0)
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1)

    await page.keyboard.down('Shift')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Shift')
    await expect.poll(async () => (await shown(page)).start).toBeLessThan(zoomed.start - 1)
    expect(await page.evaluate(() => scrollY)).toBe(0)

    await page.mouse.wheel(0, 200)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  })

  test('its pane is dragged to look elsewhere, and the sound stays where it is', async () => {
    const { page, sound } = await opened()
    await press(page, '+', 2)
    const strip = (await page.locator('.waveform-overview').boundingBox())!
    const y = strip.y + strip.height / 2
    await page.mouse.move(strip.x + 20, y)
    await page.mouse.down()
    await page.mouse.move(strip.x + 20 + strip.width / 2, y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await shown(page)).start).toBeCloseTo(seconds / 2, 0)
    expect(await sound.time()).toBe(0)
    await page.keyboard.press(')')
    await expect.poll(() => status(page)).toMatch(/^From 1 minute \d+ seconds to \d/)
  })
})

test('the cursor stands at the time that is heard next, and the waveform is coloured as far', async () => {
  const { page, sound } = await opened({}, '#t=100')
  await expect.poll(() => sound.time()).toBeGreaterThan(99)
  /** CSS pixels from the left edge: of the cursor, and of the end of the coloured part. */
  const places = () =>
    page.evaluate(() => {
      const host = document.querySelector('.waveform-picture > div')!
      const { left, width } = host.getBoundingClientRect()
      const part = (name: string) => host.shadowRoot!.querySelector(`[part=${name}]`)!
      const cursor = part('cursor').getBoundingClientRect().left - left
      // `inset(0px calc(100% - 385px) 0px 0px)`
      const { clipPath } = getComputedStyle(part('progress'))
      const coloured = Number.parseFloat(/100% - ([\d.]+)px/.exec(clipPath)![1]!)
      return { cursor, coloured, width }
    })
  const stands = async (share: number) => {
    await expect
      .poll(async () => {
        const { cursor, width } = await places()
        return Math.abs(cursor - share * width)
      })
      .toBeLessThan(2)
    const { cursor, coloured } = await places()
    expect(coloured).toBeCloseTo(cursor, 1)
  }
  await stands((await sound.time()) / seconds)
  await press(page, '+', 6)
  await page.waitForSelector('.waveform-overview')
  const { start, end } = await shown(page)
  await stands(((await sound.time()) - start) / (end - start))
})

test('while the sound plays the waveform lays nothing out and draws no picture again', async () => {
  const { page, sound } = await opened()
  await press(page, '+', 4)
  const canvas = () =>
    page.evaluateHandle(() =>
      document.querySelector('.waveform-picture > div')!.shadowRoot!.querySelector('canvas'),
    )
  const isStill = async (meanwhile: () => Promise<void>) => {
    const before = await canvas()
    await meanwhile()
    return page.evaluate(([a, b]) => a === b, [before, await canvas()] as const)
  }
  // Until all of the sound has been analysed: the pauses are found after the peaks.
  await page.waitForSelector('[data-peaks=drawn]')
  await expect.poll(() => isStill(() => drawn(page, { frames: 120 }))).toBe(true)

  await page.keyboard.press('k')
  await sound.reaches(0.5)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'LayoutCount')!.value
  }
  const before = await layouts()
  expect(await isStill(() => sound.reaches(3.5))).toBe(true)
  // The time in the bar, words, and lines lay themselves out a few times a second; there are sixty frames.
  expect((await layouts()) - before).toBeLessThan(100)
})

test('a click on the note of a slow drawing is a click on the waveform below it', async () => {
  const { page, sound } = await visit('', { viewport: { width: 412, height: 800 } })
  await sound.isReady()
  const waveform = (await page.locator('.waveform-box').boundingBox())!
  await page.evaluate(() => {
    const note = document.createElement('div')
    note.className = 'waveform-drawing-note'
    note.innerHTML = '<p>Drawing the waveform: <span>25 %</span></p>'
    document.querySelector('.waveform')!.append(note)
  })
  const note = (await page.locator('.waveform-drawing-note p').boundingBox())!
  expect(note.y).toBeGreaterThanOrEqual(waveform.y)
  await page.mouse.click(note.x + note.width / 2, note.y + note.height / 2)
  const share = (note.x + note.width / 2 - waveform.x) / waveform.width
  await page.waitForFunction(
    (wanted) => Math.abs(document.querySelector('video')!.currentTime - wanted) < 3,
    share * 191,
  )
})
