import type { Page, Route } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { longTranscript } from '../support/long-transcript.ts'

const { visit } = journeys()

/** Holds the app's code back until the journey lets it go. */
async function holdCode(page: Page) {
  const held: Route[] = []
  let isHeld = true
  await page.route('**/assets/index-*.js', async (route) => {
    if (isHeld) held.push(route)
    else await route.continue()
  })
  return async () => {
    isHeld = false
    await Promise.all(held.map((route) => route.continue()))
  }
}

/** Where things of the first screen begin and how high they are, CSS pixels. */
const placesOn = (page: Page) =>
  page.evaluate(() =>
    ['.app-brand', '.app-title', '#play-button', '.waveform-frame', '#transcript-heading'].map(
      (selector) => {
        const { left, top, height } = document.querySelector(selector)!.getBoundingClientRect()
        return { selector, left, top, height }
      },
    ),
  )

/**
 * Runs in the page: the layout shifts (CLS) until the first lines have been painted, as `shiftUntilLines`. What moves later,
 * such as the note of a waveform that takes long, is no matter of the start.
 */
function sumShiftsUntilLines() {
  let sum = 0
  const take = (list: readonly PerformanceEntry[]) => {
    for (const entry of list as readonly (PerformanceEntry & { value: number })[])
      sum += entry.value
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  new MutationObserver((_, lines) => {
    if (!document.querySelector('.transcript-line')) return
    lines.disconnect()
    // The frame that shows the lines, and one more for its entries.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        take(observer.takeRecords())
        observer.disconnect()
        Object.assign(window, { shiftUntilLines: sum })
      }),
    )
  }).observe(document, { childList: true, subtree: true })
}

/** Opens the page with its code held back. */
async function visitHeld(path: string, options: Parameters<typeof visit>[1] = {}) {
  const visited = await visit('favicon.svg', { waitsFor: '', ...options })
  const { page } = visited
  const letGo = await holdCode(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(inject('appAddress') + path, { waitUntil: 'commit' })
  return { ...visited, letGo, requests }
}

describe('before its code has arrived, the page', () => {
  test.each([
    ['wide', { width: 1280, height: 900 }],
    ['narrow', { width: 390, height: 800 }],
  ])('has everything where the app then has it: %s', async (_, viewport) => {
    const { page, letGo } = await visitHeld('', { viewport })
    await page.waitForSelector('.app-shell #play-button')
    await page.evaluate(sumShiftsUntilLines)
    const before = await placesOn(page)
    await letGo()
    await page.waitForSelector('.transcript-line')
    expect(await page.locator('.app-shell').count()).toBe(0)
    expect(await placesOn(page)).toEqual(before)
    await page.waitForFunction(() => 'shiftUntilLines' in window)
    const shift = await page.evaluate(() => Reflect.get(window, 'shiftUntilLines') as number)
    expect(shift).toBeLessThanOrEqual(0.02)
  })

  test('is nothing to press or to read aloud', async () => {
    const { page, letGo } = await visitHeld('')
    await page.waitForSelector('.app-shell #play-button')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await letGo()
    await page.waitForSelector('.transcript-line')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  })

  test('has the colours that the listener has chosen', async () => {
    const { page, letGo } = await visitHeld('', {
      colorScheme: 'light',
      storageState: {
        cookies: [],
        origins: [
          {
            origin: new URL(inject('appAddress')).origin,
            localStorage: [
              {
                name: 'earshot.preferences',
                value: JSON.stringify({ theme: 'dark', showWaveform: false }),
              },
            ],
          },
        ],
      },
    })
    await page.waitForSelector('.app-shell #play-button')
    const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const [shell, places] = [await colour(), await placesOn(page)]
    await letGo()
    await page.waitForSelector('.transcript-line')
    expect(await colour()).toBe(shell)
    expect(shell).not.toBe('rgb(251, 250, 246)')
    expect(await placesOn(page)).toEqual(places)
  })

  test('has requested the transcript, which is requested once', async () => {
    const { page, letGo, requests } = await visitHeld('')
    const texts = () => requests.filter((address) => address.endsWith('demo.vtt'))
    await expect.poll(texts).toHaveLength(1)
    await letGo()
    await page.waitForSelector('.transcript-line')
    expect(texts()).toHaveLength(1)
  })

  test('asks other people’s servers for nothing, and shows no player', async () => {
    const path = '?audio=https://other.example/a.mp3&transcript=https://other.example/a.vtt'
    const { page, letGo, requests } = await visitHeld(path)
    await page.waitForSelector('.app-shell', { state: 'attached' })
    expect(await page.locator('.app-shell #play-button').isVisible()).toBe(false)
    await letGo()
    await page.getByText('other.example').first().waitFor()
    expect(requests.filter((address) => new URL(address).host === 'other.example')).toEqual([])
  })
})

/**
 * Runs in the page: clicks a word of the second line in each frame in which the text is not whole, until the recording
 * seeks, and notes how many lines there are then. A click from outside comes too late on a fast machine.
 */
function clickWhileBusy() {
  const lines = () => document.querySelectorAll('.transcript-line')
  const seen = { lines: 0 }
  Object.assign(window, { seen })
  document.addEventListener('seeking', () => (seen.lines ||= lines().length), true)
  function frame() {
    if (seen.lines > 0) return
    requestAnimationFrame(frame)
    const text = lines().item(1)?.lastChild
    if (!text || !document.querySelector('.transcript-lines[aria-busy=true]')) return
    const range = document.createRange()
    range.setStart(text, 4)
    range.setEnd(text, 5)
    const { left, top, width, height } = range.getBoundingClientRect()
    const place = { clientX: left + width / 2, clientY: top + height / 2 }
    const target = document.elementFromPoint(place.clientX, place.clientY)
    const common = { ...place, bubbles: true, cancelable: true, composed: true, detail: 1 }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      target?.dispatchEvent(new Kind(type, { ...common, pointerType: 'mouse', isPrimary: true }))
    }
  }
  requestAnimationFrame(frame)
}

describe('a transcript of 100,000 words', () => {
  const { vtt, lineCount, times } = longTranscript(2500)

  test('is clicked on its first screen before its last line is there, and search finds that later', async () => {
    const { page, sound } = await visit('favicon.svg', { waitsFor: '' })
    await page.route('**/long.vtt', (route) =>
      route.fulfill({ body: vtt, contentType: 'text/vtt' }),
    )
    await page.addInitScript(clickWhileBusy)
    await page.goto(`${inject('appAddress')}?audio=demo/demo.mp3&transcript=long.vtt`)
    await expect.poll(() => sound.time()).toBeGreaterThanOrEqual(times[1]!.start)
    expect(await sound.time()).toBeLessThan(times[1]!.end)
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual({ lines: 100 })

    await page.waitForSelector('.transcript-lines[aria-busy=false]')
    expect(await page.locator('.transcript-line').count()).toBe(lineCount)
    await page.keyboard.press('/')
    await page.keyboard.type(`word${lineCount - 1}.`)
    await page.waitForSelector('.search-count:has-text("1 of 1")')
    await page.keyboard.press('Enter')
    const last = page.locator(`[data-line="${lineCount - 1}"]`)
    await expect
      .poll(() => last.evaluate((line) => line.getBoundingClientRect().top))
      .toBeLessThan(900)
  })
})
