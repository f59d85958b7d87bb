import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findChromiumForTests, launchChromium } from './chromium.mjs'

/** For a fact to come true on a machine that does other things as well. */
const patienceMs = 60_000

export interface Visit {
  readonly page: Page
  /** Everything the page complained about. A journey that ends with any has failed. */
  readonly complaints: string[]
}

interface VisitOptions {
  /** A selector; empty: the visit begins at once. */
  readonly waitsFor?: string
  /** Prepares the page, which is still empty. */
  before?(page: Page): Promise<unknown>
  /** Where the app is served, with a slash at the end. */
  readonly address?: string
}

/** One browser for a file of journeys; each visit has a context of its own, with nothing kept in it. */
export function journeys(args: readonly string[] = []) {
  let browser: Browser
  const visits: Visit[] = []

  beforeAll(async () => {
    browser = await launchChromium(args, findChromiumForTests())
  })
  afterAll(async () => {
    await browser.close()
  })
  afterEach(async () => {
    const complaints = visits.flatMap((visit) => visit.complaints)
    await Promise.all(visits.map(({ page }) => page.context().close()))
    visits.length = 0
    expect(complaints).toEqual([])
  })

  return {
    /** Opens the app; waits for the transcript unless told not to. */
    async visit(
      path = '',
      {
        waitsFor = '.transcript-line',
        before = async () => undefined,
        address = inject('appAddress'),
        ...options
      }: BrowserContextOptions & VisitOptions = {},
    ): Promise<Visit & { sound: Sound }> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      context.setDefaultTimeout(patienceMs)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      const visit = { page, complaints, sound: soundOf(page) }
      visits.push(visit)
      await before(page)
      await page.goto(address + path)
      if (waitsFor !== '') await page.waitForSelector(waitsFor)
      return visit
    },
  }
}

/** The media element of the page, asked directly. */
export interface Sound {
  time(): Promise<number>
  isPaused(): Promise<boolean>
  rate(): Promise<number>
  /** Waits until it can play to here. */
  isReady(): Promise<void>
  /** Waits until the time is at least this, seconds. */
  reaches(time: number): Promise<void>
  /** As the seek of a listener who drags elsewhere, without the page's own controls. */
  jumpTo(time: number): Promise<void>
}

function soundOf(page: Page): Sound {
  const read = <T>(take: (element: HTMLMediaElement) => T) =>
    page.$eval('video', take as never) as Promise<T>
  return {
    time: () => read((element) => element.currentTime),
    isPaused: () => read((element) => element.paused),
    rate: () => read((element) => element.playbackRate),
    isReady: async () => {
      await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 3)
    },
    reaches: async (time) => {
      await page.waitForFunction(
        (wanted) => document.querySelector('video')!.currentTime >= wanted,
        time,
      )
    },
    jumpTo: (time) =>
      page.evaluate(
        (wanted) =>
          new Promise<void>((resolve) => {
            const element = document.querySelector('video')!
            element.addEventListener('seeked', () => resolve(), { once: true })
            element.currentTime = wanted
          }),
        time,
      ),
  }
}

/**
 * What is marked in a frame, the media's time in it, and the media's time in the frame before (`previous`): a page
 * whose machine is busy cannot have marked what began after its last frame.
 */
export function readMarks(page: Page) {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    const previous = document.querySelector('video')!.currentTime
    await frame()
    const ranges = Array.from(CSS.highlights.get('spoken-word') ?? [])
    return {
      previous,
      time: document.querySelector('video')!.currentTime,
      words: ranges.map(String),
      spoken: Array.from(
        document.querySelectorAll<HTMLElement>('.transcript-line[data-now=spoken]'),
        (line) => Number(line.dataset['line']),
      ),
      resting: Array.from(
        document.querySelectorAll<HTMLElement>('.transcript-line[data-now=resting]'),
        (line) => Number(line.dataset['line']),
      ),
      current: Array.from(
        document.querySelectorAll('[aria-current="true"].transcript-time'),
        (time) => time.textContent,
      ),
    }
  })
}

/** Where on the screen a word of a line is, by its text. */
export async function placeOfWord(page: Page, word: string, occurrence = 0) {
  const box = await page.evaluate(
    ([wanted, skip]) => {
      let left = Number(skip)
      for (const line of document.querySelectorAll('.transcript-line')) {
        const text = line.lastChild as Text
        let at = text.data.indexOf(String(wanted))
        while (at !== -1) {
          if (left-- === 0) {
            const range = document.createRange()
            range.setStart(text, at)
            range.setEnd(text, at + String(wanted).length)
            const { left: x, top: y, width, height } = range.getBoundingClientRect()
            return { x, y, width, height }
          }
          at = text.data.indexOf(String(wanted), at + 1)
        }
      }
      return null
    },
    [word, occurrence] as const,
  )
  if (!box) throw new Error(`There is no word "${word}" in the transcript`)
  return { ...box, centre: { x: box.x + box.width / 2, y: box.y + box.height / 2 } }
}
