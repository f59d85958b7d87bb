import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { journeys, placeOfWord } from '../support/journey.ts'
import { scrollingEnds } from '../support/page-at-rest.ts'

/* What people complained of after a day of use. */
const { visit } = journeys()

const timesOfLines = (page: Page) => page.locator('.transcript-time').allTextContents()

/** The demo's recording with this text. */
async function visitWith(vtt: string) {
  const visited = await visit('favicon.svg', { waitsFor: '' })
  const { page } = visited
  await page.route('**/given.vtt', (route) => route.fulfill({ body: vtt, contentType: 'text/vtt' }))
  await page.goto(`${inject('appAddress')}?audio=demo/demo.mp3&transcript=given.vtt`)
  await page.waitForSelector('.transcript-line')
  return visited
}

describe('a line whose start is wrong, in a transcript with good times', () => {
  test('starts at the playhead at once when A is pressed; nothing else moves, nothing is loaded, and it can be undone', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const before = await timesOfLines(page)
    const line = 3
    const time = page.locator(`[data-line="${line}"] .transcript-time`)
    const later = `0:${Number(before[line]!.slice(2)) + 1}`
    await sound.jumpTo(Number(later.slice(2)) + 0.3)
    await time.focus()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.keyboard.press('a')
    await expect.poll(() => time.textContent()).toBe(later)
    expect(await timesOfLines(page)).toEqual(before.with(line, later))
    await page.waitForSelector(`[data-line="${line}"] .transcript-anchor`)
    expect(requests.filter((address) => /model|wasm|onnx|soundswallower/.test(address))).toEqual([])
    await page.keyboard.press('Shift+A')
    await expect.poll(() => timesOfLines(page)).toEqual(before)
  })

  test('keeps its direction when it is Arabic and gets a pin', async () => {
    const { page, sound } = await visitWith(
      'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada>Good evening.\n\n00:04.000 --> 00:08.000\n<v Layla>\u0645\u0633\u0627\u0621 \u0627\u0644\u062e\u064a\u0631\n',
    )
    await sound.isReady()
    const arabic = page.locator('[data-line="1"]')
    const direction = () => arabic.evaluate((line) => getComputedStyle(line).direction)
    expect(await direction()).toBe('rtl')
    await sound.jumpTo(5)
    await arabic.locator('.transcript-time').focus()
    await page.keyboard.press('a')
    await arabic.locator('.transcript-anchor').waitFor()
    expect(await direction()).toBe('rtl')
  })
})

/** Runs in the page: how far the page is scrolled in each frame since a pointer was lifted, as `scrolls`. */
function watchScrolling() {
  const scrolls: { after: number; top: number }[] = []
  Object.assign(window, { scrolls })
  addEventListener(
    'pointerup',
    () => {
      const begun = performance.now()
      requestAnimationFrame(function look() {
        scrolls.push({ after: performance.now() - begun, top: scrollY })
        if (scrolls.length < 600) requestAnimationFrame(look)
      })
    },
    { once: true, capture: true },
  )
}

test('a click does not scroll the page away from under the second click, which selects the word', async () => {
  const { page, sound } = await visit()
  await sound.isReady()
  // A word near the lower edge: the page follows its line when the sound is there.
  const word = await page.evaluate(() => {
    const low = [...document.querySelectorAll('.transcript-line')].findLast(
      (line) => line.getBoundingClientRect().bottom < innerHeight - 10,
    )!
    return (low.lastChild as Text).data.match(/\p{L}{5,}/u)![0]
  })
  const { centre } = await placeOfWord(page, word)
  expect(centre.y).toBeGreaterThan(700)
  await page.evaluate(watchScrolling)
  await page.mouse.click(centre.x, centre.y)
  await page.waitForFunction(() => scrollY > 0)
  const early = await page.evaluate(() =>
    (Reflect.get(window, 'scrolls') as { after: number; top: number }[]).filter(
      ({ after }) => after < 450,
    ),
  )
  expect(early.length).toBeGreaterThan(0)
  expect(early.filter(({ top }) => top !== 0)).toEqual([])

  await scrollingEnds(page)
  const again = await placeOfWord(page, word)
  await page.mouse.dblclick(again.centre.x, again.centre.y)
  const selected = () => page.evaluate(() => String(getSelection()).trim())
  expect(await selected()).toBe(word)

  // The first word after a name is a word of its own.
  const first = await placeOfWord(page, 'And I am Jonas')
  await page.mouse.dblclick(first.x + 4, first.y + 8)
  expect(await selected()).toBe('And')
})

test('the chip points to where the line is, and is gone while the line is in view', async () => {
  const { page, sound } = await visit()
  await sound.isReady()
  await sound.jumpTo(100)
  // Following is loaded after the first screen.
  await page.waitForFunction(() => scrollY > 0)
  await scrollingEnds(page)
  const chip = page.locator('.transcript-follow-chip')
  const arrow = () => chip.locator('svg').getAttribute('class')
  await page.mouse.move(600, 600)
  await page.mouse.wheel(0, 3000)
  await chip.waitFor()
  await expect.poll(arrow).toContain('arrow-up')
  await page.mouse.wheel(0, -9000)
  await expect.poll(arrow).toContain('arrow-down')
  await page.evaluate(() =>
    document.querySelector('.transcript-line[data-now]')!.scrollIntoView({ block: 'center' }),
  )
  await chip.waitFor({ state: 'detached' })
  expect(await page.locator('button[aria-pressed="false"]:has-text("Follow")').count()).toBe(1)
})

test('the next line is repeated when a line was: it does not end the repetition', async () => {
  const { page, sound } = await visit()
  await sound.isReady()
  await page.click('[data-line="1"] .transcript-time')
  await page.waitForSelector('[data-line="1"][data-now]')
  await page.keyboard.press('b')
  await page.keyboard.press('.')
  await page.waitForSelector('[data-line="2"][data-now]')
  await page.click('button:has-text("More")')
  await page.getByRole('button', { name: 'Repeat this line', pressed: true }).waitFor()
  expect(await sound.time()).toBeGreaterThan(5)
})

test('times of chapters after an hour do not run into their titles', async () => {
  const { page } = await visit('favicon.svg', { waitsFor: '' })
  const cue = (from: string, to: string, text: string) => `${from} --> ${to}\n${text}\n\n`
  const text =
    cue('00:00:01.000', '00:00:04.000', 'Hello.') + cue('11:01:40.000', '11:02:00.000', 'There.')
  const chapters =
    cue('00:00:00.000', '01:00:00.000', 'One') + cue('11:01:40.000', '11:03:00.000', 'Two')
  for (const [name, body] of [
    ['text.vtt', text],
    ['chapters.vtt', chapters],
  ] as const) {
    await page.route(`**/given/${name}`, (route) =>
      route.fulfill({ body: `WEBVTT\n\n${body}`, contentType: 'text/vtt' }),
    )
  }
  await page.goto(`${inject('appAddress')}?transcript=given/text.vtt&chapters=given/chapters.vtt`)
  await page.getByText('11:01:40').first().waitFor()
  const places = await page.locator('.chapters button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const [time, title] = [...button.querySelectorAll('span')].map((span) => {
        const range = document.createRange()
        range.selectNodeContents(span)
        return range.getBoundingClientRect()
      })
      return { timeEnds: time!.right, titleBegins: title!.left, oneLine: time!.height < 30 }
    }),
  )
  expect(places).toHaveLength(2)
  for (const { timeEnds, titleBegins, oneLine } of places) {
    expect(titleBegins).toBeGreaterThanOrEqual(timeEnds + 4)
    expect(oneLine).toBe(true)
  }
  expect(places[0]!.titleBegins).toBe(places[1]!.titleBegins)
})

test('no name of a recording is stored, and the positions are deleted in the settings', async () => {
  const { page, sound } = await visit()
  await sound.isReady()
  await sound.jumpTo(42)
  await page.keyboard.press('k')
  await sound.reaches(43)
  await page.keyboard.press('k')
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }))
  await expect.poll(stored).toContain('positions')
  expect(await stored()).not.toMatch(/demo|Filmed|\.mp3/)
  await page.keyboard.press('s')
  await page.getByText('Your position in 1 recording is stored.').waitFor()
  await page.getByRole('button', { name: 'Delete positions' }).click()
  await page.getByText('No positions are stored.').waitFor()
  expect(await stored()).not.toContain('positions')
})

test('a recording that was opened from a link typed into the page can be shared by a link', async () => {
  const { page, sound } = await visit('favicon.svg', {
    waitsFor: '',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const address = inject('appAddress')
  await page.route('**/given.vtt', (route) =>
    route.fulfill({
      body: 'WEBVTT\n\n00:01.000 --> 00:09.000\nGiven words.\n',
      contentType: 'text/vtt',
    }),
  )
  await page.goto(address)
  await page.waitForSelector('.transcript-line')
  await page.click('button[aria-label="Open addresses"]')
  await page.fill('dialog input >> nth=0', `${address}demo/demo.mp3?other`)
  await page.fill('dialog input >> nth=1', `${address}given.vtt`)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.transcript-line:has-text("Given words.")')
  // The text does not wait for the recording.
  await page.waitForFunction(() => document.querySelector('video')!.src.endsWith('?other'))
  await sound.isReady()
  await sound.jumpTo(3)
  await page.waitForSelector('.transcript-line[data-now]')
  await page.keyboard.press('c')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Given words.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const link = new URL(copied.split('\n').at(-1)!)
  expect(link.searchParams.get('audio')).toBe(`${address}demo/demo.mp3?other`)
  expect(link.searchParams.get('transcript')).toBe(`${address}given.vtt`)
  expect(link.hash).toBe('#t=1')
  await page.goto(link.href)
  await page.waitForSelector('.transcript-line:has-text("Given words.")')
})
