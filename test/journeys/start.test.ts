import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { longTranscript } from '../support/long-transcript.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

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

/** Drags files of the disk onto the middle of the page and drops them there, as a hand does. */
async function dragAndDrop(page: Page, ...files: string[]) {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 640, y: 450, data })
  }
}

async function folderOfListener(files: Record<string, string | Uint8Array>) {
  const folder = await mkdtemp(join(tmpdir(), 'listener-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const paths = Object.entries(files).map(async ([name, content]) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  })
  return Promise.all(paths)
}

const ownText = 'WEBVTT\n\n00:01.000 --> 00:04.000\nMy own words.\n'

describe('a file that is dropped before the code has arrived', () => {
  test('is opened when the app is there, and the page is not left for it', async () => {
    const paths = await folderOfListener({ 'mine.vtt': ownText, 'mine.mp3': silentMp3(8) })
    const { page, letGo } = await visitHeld('')
    await page.waitForSelector('.app-shell #play-button')
    await dragAndDrop(page, ...paths)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(page.url()).toBe(inject('appAddress'))
    await letGo()
    await page.waitForSelector('h1:has-text("mine.mp3")')
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
    expect(page.url()).toBe(inject('appAddress'))
  })

  test('is opened in the order of the drops, and so is what is dropped later', async () => {
    const [text, sound, last] = await folderOfListener({
      'mine.vtt': ownText,
      'mine.mp3': silentMp3(8),
      'last.vtt': ownText.replace('My own', 'Some last'),
    })
    const { page, letGo } = await visitHeld('')
    await page.waitForSelector('.app-shell #play-button')
    await dragAndDrop(page, sound!)
    await dragAndDrop(page, text!)
    await letGo()
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
    await page.waitForSelector('h1:has-text("mine.mp3")')
    await dragAndDrop(page, last!)
    await page.waitForSelector('.transcript-line:has-text("Some last words.")')
    expect(await page.textContent('h1')).toBe('mine.mp3')
  })
})

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

/** The app, with a transcript whose first `count` bytes are there while the journey holds the rest. */
async function serveBegun(transcript: string, count: number) {
  const bytes = new TextEncoder().encode(transcript)
  let sendRest = () => {}
  const restIsSent = new Promise<void>((resolve) => (sendRest = resolve))
  const server = createServer((request, response) => void answer(request, response))
  async function answer({ url = '/' }: IncomingMessage, response: ServerResponse) {
    if (url.endsWith('/long.vtt')) {
      response.writeHead(200, { 'content-type': 'text/vtt', 'content-length': bytes.length })
      response.write(bytes.subarray(0, count))
      await restIsSent
      return response.end(bytes.subarray(count))
    }
    const file = await fetch(new URL(`.${url}`, inject('appAddress')))
    response.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? '' })
    response.end(new Uint8Array(await file.arrayBuffer()))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { address: `http://127.0.0.1:${port}/`, sendRest, close }
}

describe('a transcript of 100,000 words', () => {
  const { vtt, lineCount, times } = longTranscript(2500)

  test('is read and clicked while most of it is still on its way, and keeps the place when it is whole', async () => {
    const { address, sendRest, close } = await serveBegun(vtt, 100_000)
    onTestFinished(() => void close())
    const { page, sound } = await visit('favicon.svg', { waitsFor: '' })
    await page.goto(`${address}?audio=demo/demo.mp3&transcript=long.vtt`)
    await page.waitForSelector('.transcript-lines[aria-busy=true] .transcript-line')
    const begun = await page.locator('.transcript-line').count()
    expect(begun).toBeGreaterThan(20)
    expect(begun).toBeLessThan(200)

    const second = page.locator('[data-line="1"] .transcript-time')
    await second.click()
    await expect.poll(() => sound.time()).toBeGreaterThanOrEqual(times[1]!.start)
    await second.focus()
    // What needs the whole text is not offered yet.
    expect(await page.getByRole('button', { name: 'Save transcript' }).count()).toBe(0)

    sendRest()
    await page.waitForSelector('.transcript-lines[aria-busy=false]')
    expect(await page.locator('.transcript-line').count()).toBe(lineCount)
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'Save transcript' }).waitFor()
  })

  test('is clicked on its first screen before its last line is there, and search finds that later', async () => {
    const { page, sound } = await visit('favicon.svg', { waitsFor: '' })
    await page.route('**/long.vtt', (route) =>
      route.fulfill({ body: vtt, contentType: 'text/vtt' }),
    )
    await page.addInitScript(clickWhileBusy)
    await page.goto(`${inject('appAddress')}?audio=demo/demo.mp3&transcript=long.vtt`)
    await expect.poll(() => sound.time()).toBeGreaterThanOrEqual(times[1]!.start)
    expect(await sound.time()).toBeLessThan(times[1]!.end)
    const clickedAmong = await page.evaluate(() => Reflect.get(window, 'seen') as { lines: number })
    expect(clickedAmong.lines).toBeLessThanOrEqual(100)

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
