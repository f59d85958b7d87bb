import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoWords } from '../support/demo-words.ts'
import { journeys } from '../support/journey.ts'
import { drawn } from '../support/page-at-rest.ts'

const { visit } = journeys()
const startOf = (text: string) => demoWords().find((word) => word.text === text)!.start

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })
const focusedLine = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('.transcript-line')?.dataset['line'],
  )

async function tabTo(page: Page, selector: string) {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`Tab never reached ${selector}`)
}

describe('with the keyboard alone', () => {
  test('a visitor gets from the load to a line and hears it', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await tabTo(page, '.transcript-time')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focusedLine(page)).toBe('3')
    expect(await sound.time()).toBe(0)
    await page.keyboard.press('Enter')
    await sound.reaches(startOf('The'))
    expect(await sound.time()).toBeLessThan(startOf('The') + 1)
    expect(await sound.isPaused()).toBe(false)
    expect(await focusedLine(page)).toBe('3')
  })

  test('Shift+Enter on a line goes there and leaves it paused', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.focus('.transcript-line[data-line="2"] .transcript-time')
    await page.keyboard.press('Shift+Enter')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 1)
    expect(await sound.time()).toBeCloseTo(startOf('And'), 2)
    expect(await sound.isPaused()).toBe(true)
  })

  test('arrows, Home, End and Page keys walk the lines without moving the sound or wrapping', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const last = (await page.locator('.transcript-line').count()) - 1
    await page.focus('.transcript-line[data-line="0"] .transcript-time')
    const walk: [string, number][] = [
      ['ArrowUp', 0],
      ['PageDown', 10],
      ['ArrowDown', 11],
      ['PageUp', 1],
      ['End', last],
      ['ArrowDown', last],
      ['Home', 0],
    ]
    for (const [key, line] of walk) {
      await page.keyboard.press(key)
      expect(await focusedLine(page), key).toBe(String(line))
    }
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowDown')
    expect(await sound.time()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('Play')
  })

  test('the whole transcript is one tab stop, in both directions', async () => {
    const { page } = await visit()
    await page.focus('.transcript-line[data-line="7"] .transcript-time')
    await page.keyboard.press('Tab')
    expect(await focusedLine(page)).toBeUndefined()
    await page.keyboard.press('Shift+Tab')
    expect(await focusedLine(page)).toBe('7')
    await page.keyboard.press('Shift+Tab')
    expect(await focusedLine(page)).toBeUndefined()
    expect(await page.locator('.transcript-time[tabindex="0"]').count()).toBe(1)
  })

  test('single keys play, step and tell, wherever the focus is', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('button[aria-label="Keys"]')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog[open]', { state: 'detached' })
    await sound.jumpTo(30)
    const presses: [string, number][] = [
      ['j', 20],
      ['l', 30],
      ['ArrowLeft', 25],
      ['ArrowRight', 30],
      ['F8', 40],
      ['F2', 30],
    ]
    for (const [key, time] of presses) {
      await page.keyboard.press(key)
      await page.waitForFunction(
        (wanted) => Math.abs(document.querySelector('video')!.currentTime - wanted) < 0.05,
        time,
      )
    }
    await page.keyboard.press('.')
    await page.waitForFunction(
      (wanted) => Math.abs(document.querySelector('video')!.currentTime - wanted) < 0.05,
      startOf('Slaughtered,'),
    )
    await page.keyboard.press(',')
    await page.waitForFunction(
      (wanted) => document.querySelector('video')!.currentTime < wanted - 1,
      startOf('Slaughtered,'),
    )
    await page.keyboard.press('>')
    expect(await sound.rate()).toBe(1.1)
    await page.keyboard.press('<')
    await page.keyboard.press('<')
    expect(await sound.rate()).toBe(0.9)
    await page.keyboard.press('=')
    expect(await sound.rate()).toBe(1)
    await page.keyboard.press('m')
    expect(await page.$eval('video', (element) => element.muted)).toBe(true)
    await page.keyboard.press('t')
    expect(await focusedLine(page)).toBe(
      await page.getAttribute('.transcript-line:has([aria-current="true"])', 'data-line'),
    )
    await page.keyboard.press('w')
    await page.waitForSelector('[role=status]:has-text(" of 3 minutes 11 seconds, line ")')
    await page.keyboard.press('k')
    await page.waitForFunction(() => !document.querySelector('video')!.paused)
    await page.keyboard.press('F4')
    await page.waitForFunction(() => document.querySelector('video')!.paused)
  })

  test('typing in the search field runs no commands, and the pedals still work there', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.keyboard.press('/')
    await page.keyboard.type('jklm k')
    expect(await page.inputValue('.search-field')).toBe('jklm k')
    expect(await sound.isPaused()).toBe(true)
    await page.keyboard.press('F4')
    await page.waitForFunction(() => !document.querySelector('video')!.paused)
  })

  test('the slider takes its keys, in exact steps, and speaks words', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.focus('.waveform-seek-slider')
    const value = () =>
      page.$eval('.waveform-seek-slider', (element) => element.getAttribute('aria-valuetext'))
    const steps: [string, number][] = [
      ['ArrowUp', 5],
      ['ArrowRight', 10],
      ['PageUp', 40],
      ['Shift+ArrowRight', 41],
      ['Shift+ArrowLeft', 40],
      ['PageDown', 10],
      ['ArrowDown', 5],
      ['ArrowLeft', 0],
    ]
    for (const [key, time] of steps) {
      await page.keyboard.press(key)
      await page.waitForFunction(
        (wanted) => Math.abs(document.querySelector('video')!.currentTime - wanted) < 0.05,
        time,
      )
    }
    await page.keyboard.press('5')
    await page.waitForFunction(
      () =>
        Math.abs(
          document.querySelector('video')!.currentTime -
            document.querySelector('video')!.duration / 2,
        ) < 0.05,
    )
    await expect.poll(value).toBe('1 minute 35 seconds of 3 minutes 11 seconds')
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime === 0)
    await expect.poll(value).toBe('0 seconds of 3 minutes 11 seconds')
  })

  test('while the slider has focus and the sound plays, its value stands still; a key moves it', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.focus('.waveform-seek-slider')
    await page.keyboard.press('k')
    await sound.reaches(1.1)
    const before = await page.inputValue('.waveform-seek-slider')
    await sound.reaches(4.2)
    expect(await page.inputValue('.waveform-seek-slider')).toBe(before)
    await page.keyboard.press('PageUp')
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>('.waveform-seek-slider')!.value) >= 34,
    )
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const left = Number(await page.inputValue('.waveform-seek-slider'))
    await sound.reaches(left + 2.5)
    expect(Number(await page.inputValue('.waveform-seek-slider'))).toBeGreaterThan(left)
  })

  test('with single keys off, Tab and Enter do everything, and the setting survives a reload', async () => {
    const { page, sound } = await visit()
    await page.keyboard.press('?')
    await page.selectOption('dialog select', 'off')
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await drawn(page)
    expect(await sound.isPaused()).toBe(true)
    await page.reload()
    await page.waitForSelector('.transcript-line')
    await sound.isReady()
    await page.keyboard.press('k')
    await drawn(page)
    expect(await sound.isPaused()).toBe(true)
    await tabTo(page, '#play-button')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => !document.querySelector('video')!.paused)
    await tabTo(page, '.transcript-time')
    await page.keyboard.press('ArrowDown')
    expect(await focusedLine(page)).toBe('1')
  })

  test('a dialog keeps the focus, closes on Escape, and gives the focus back', async () => {
    const { page } = await visit()
    await page.focus('button[aria-label="Settings"]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open]')
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body ||
            document.activeElement!.closest('dialog') !== null,
        ),
      ).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog[open]', { state: 'detached' })
    expect(await focused(page)).toBe('Settings')
  })

  test('of a storm of keys at most one result a second is said, and the last is the right one', async () => {
    const { page } = await visit()
    await page.evaluate(() => {
      const said: { text: string; at: number }[] = []
      const place = document.querySelector('[role=status]')!
      new MutationObserver(() => {
        const text = place.textContent
        if (text !== '') said.push({ text, at: performance.now() })
      }).observe(place, { childList: true, characterData: true, subtree: true })
      Object.assign(window, { said })
    })
    // All at once: fifteen presses from outside of the page may take seconds.
    await page.evaluate(() => {
      for (const key of ['><'.repeat(6), '>>>'].join('')) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      }
    })
    await page.waitForSelector('[role=status]:text-is("Speed 1.5")')
    await page.waitForSelector('[role=status][data-empty=true]', { state: 'attached' })
    const said = await page.evaluate(
      () => (window as never as { said: { text: string; at: number }[] }).said,
    )
    expect(said.at(-1)!.text).toBe('Speed 1.5')
    expect(said.length).toBeLessThanOrEqual(2)
    for (let at = 1; at < said.length; at++)
      expect(said[at]!.at - said[at - 1]!.at).toBeGreaterThan(950)
  })
})
