import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoWords } from '../support/demo-words.ts'
import { journeys, placeOfWord, readMarks } from '../support/journey.ts'
import { drawn } from '../support/page-at-rest.ts'

const { visit } = journeys()
const words = demoWords()
/** The words that are heard at any time from `from` to `to`, seconds. */
const spokenBetween = (from: number, to: number) =>
  words.filter(({ start, end }) => start <= to && from < end).map(({ text }) => text)
const spokenAt = (time: number) => spokenBetween(time, time)

/** A clock report may lie between what is painted and what is measured, seconds. */
const aMoment = 0.06
/** What may be marked in a frame: what is heard in it, and since the frame before. */
const mayBeMarked = ({ previous, time }: { readonly previous: number; readonly time: number }) =>
  spokenBetween(Math.min(previous, time) - aMoment, time + aMoment)

type Marks = Awaited<ReturnType<typeof readMarks>>
/** Whether each marked word is heard, and a word is marked where one is heard all the time. */
function isInStep({ words: marked, previous, time }: Marks) {
  const heard = mayBeMarked({ previous, time })
  const mustBeMarked =
    spokenAt(previous - aMoment).length > 0 && spokenAt(time + aMoment).length > 0
  return marked.every((word) => heard.includes(word)) && (marked.length > 0 || !mustBeMarked)
}

describe('listening along', () => {
  test('the demo plays, and at ten moments the word that is marked is the word that is heard', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('#play-button')
    let marked = 0
    const late: Marks[] = []
    for (const moment of [5, 8, 15, 30, 45, 61, 86, 100, 140, 165]) {
      await sound.jumpTo(moment)
      await sound.reaches(moment + 0.3)
      let marks = await readMarks(page)
      if (!isInStep(marks)) {
        late.push(marks)
        marks = await readMarks(page)
      }
      expect(isInStep(marks), JSON.stringify(marks)).toBe(true)
      marked += marks.words.length
      expect(marks.current).toHaveLength(1)
    }
    // The sound of a busy machine halts and leaps; the page sees that at its next report, some frames later.
    expect(late.length, JSON.stringify(late)).toBeLessThanOrEqual(2)
    expect(marked).toBeGreaterThanOrEqual(7)
  })

  test('at twice the speed the sound runs twice as fast and the marks stay with it', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.selectOption('select[aria-label=Speed]', '2')
    await page.click('#play-button')
    await sound.reaches(6)
    const from = await page.evaluate(
      () => [performance.now(), document.querySelector('video')!.currentTime] as const,
    )
    await sound.reaches(12)
    const to = await page.evaluate(
      () => [performance.now(), document.querySelector('video')!.currentTime] as const,
    )
    const speed = (to[1] - from[1]) / ((to[0] - from[0]) / 1000)
    expect(speed).toBeGreaterThan(1.7)
    expect(speed).toBeLessThan(2.3)
    for (let sample = 0; sample < 10; sample++) {
      const marks = await readMarks(page)
      const around = words
        .filter(({ start, end }) => start <= marks.time + 0.12 && marks.time - 0.12 < end)
        .map(({ text }) => text)
      for (const word of marks.words) expect(around).toContain(word)
      await sound.reaches(marks.time + 0.24)
    }
  })

  test('in the four seconds of silence no word is marked and the last line rests', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await sound.jumpTo(120)
    await page.click('#play-button')
    await sound.reaches(120.5)
    const marks = await readMarks(page)
    expect(marks).toMatchObject({ words: [], spoken: [] })
    expect(marks.resting).toHaveLength(1)
    expect(marks.current).toHaveLength(1)
  })

  test('where two people speak at once, both lines and both words are marked', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await sound.jumpTo(72.3)
    await page.waitForFunction(
      () => document.querySelectorAll('.transcript-line[data-now=spoken]').length === 2,
    )
    const marks = await readMarks(page)
    expect(marks.spoken).toHaveLength(2)
    expect(marks.current).toHaveLength(1)
  })

  test('a hidden tab goes on in step, and is right at once when it is shown again', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(5)
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await sound.reaches(8)
    const hidden = await readMarks(page)
    const second = await page.textContent('[data-testid=time]')
    expect(Math.abs(hidden.time - Number(second!.split(':')[1]))).toBeLessThan(1.6)
    await page.evaluate(() => {
      Reflect.deleteProperty(document, 'hidden')
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await drawn(page)
    const shown = await readMarks(page)
    for (const word of shown.words) expect(mayBeMarked(shown)).toContain(word)
  })

  test('sixty seconds of playing never move the focus', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.focus('#play-button')
    await page.evaluate(() => {
      const moves: string[] = []
      document.addEventListener('focusin', () => moves.push('in'))
      document.addEventListener('focusout', () => moves.push('out'))
      Object.assign(window, { focusMoves: moves })
    })
    await page.selectOption('select[aria-label=Speed]', '3')
    await page.focus('#play-button')
    await page.evaluate(() => ((window as never as { focusMoves: string[] }).focusMoves.length = 0))
    await page.keyboard.press('k')
    await sound.reaches(60)
    expect(
      await page.evaluate(() => (window as never as { focusMoves: string[] }).focusMoves),
    ).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('play-button')
  })
})

describe('going to a place', () => {
  test('a click on a word lands on its start and leaves paused what was paused', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const { centre } = await placeOfWord(page, 'disappear.')
    await page.mouse.click(centre.x, centre.y)
    const word = words.find(({ text }) => text === 'disappear.')!
    await page.waitForFunction(
      (time) => document.querySelector('video')!.currentTime >= time,
      word.start,
    )
    expect(await sound.time()).toBeCloseTo(word.start, 2)
    expect(await sound.isPaused()).toBe(true)
    await page.waitForFunction(() => CSS.highlights.get('spoken-word')!.size === 1)
    expect((await readMarks(page)).words).toEqual(['disappear.'])
  })

  test('a click on a word leaves playing what was playing', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.2)
    const { centre } = await placeOfWord(page, 'sentence.')
    await page.mouse.click(centre.x, centre.y)
    const word = words.find(({ text }) => text === 'sentence.')!
    await sound.reaches(word.start)
    expect(await sound.time()).toBeLessThan(word.start + 1)
    expect(await sound.isPaused()).toBe(false)
  })

  test('a click beside the text goes nowhere', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    const { x, y, width } = await placeOfWord(page, 'Nadia.')
    await page.mouse.click(x + width + 150, y + 8)
    await drawn(page)
    expect(await sound.time()).toBe(0)
  })

  test('a click on a line’s time lands on the line and leaves paused what was paused', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('.transcript-line[data-line="3"] .transcript-time')
    const start = words.find(({ text }) => text === 'The')!.start
    await page.waitForFunction(
      (time) => document.querySelector('video')!.currentTime >= time,
      start,
    )
    expect(await sound.time()).toBeCloseTo(start, 2)
    expect(await sound.isPaused()).toBe(true)
    await page.waitForSelector('.transcript-line[data-line="3"][data-now=spoken]')
  })

  test('a click in the middle of the waveform goes to the middle of the recording', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.waitForSelector('.waveform-marks')
    const box = (await page.locator('.waveform-box').boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 1)
    const duration = await page.$eval('video', (element) => element.duration)
    expect(Math.abs((await sound.time()) - duration / 2)).toBeLessThan(0.5)
  })

  test('the waveform has a picture of the sound, and tells the time and the speaker under the pointer', async () => {
    const { page, sound, complaints } = await visit()
    await sound.isReady()
    await page.waitForSelector('.waveform-marks')
    const rowsWithInk = () =>
      page.evaluate(() => {
        const host = document.querySelector('.waveform-picture > div')!
        const canvas = host.shadowRoot!.querySelector<HTMLCanvasElement>('.canvases canvas')!
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        const rows = new Set<number>()
        for (let at = 3; at < data.length; at += 4) {
          if (data[at]! > 0) rows.add(Math.floor(at / 4 / canvas.width))
        }
        return rows.size
      })
    await expect.poll(rowsWithInk).toBeGreaterThan(40)
    // The browser's advice is about the reading that this test does.
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((text) => !text.includes('willReadFrequently')),
    )
    const box = (await page.locator('.waveform-box').boundingBox())!
    const speech = words.find(({ text }) => text === 'disappear.')!
    await page.mouse.move(box.x + (box.width * (speech.start + 0.1)) / 191.2, box.y + 20)
    expect(await page.textContent('.waveform-bubble')).toMatch(/^0:1[12] Jonas$/)
  })

  test('dragging over the waveform scrubs, with the time shown', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.waitForSelector('.waveform-marks')
    const box = (await page.locator('.waveform-box').boundingBox())!
    await page.mouse.move(box.x + 10, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.25, box.y + 20, { steps: 5 })
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 40)
    expect(await page.textContent('.waveform-bubble')).toMatch(/^0:4\d/)
    await page.mouse.move(box.x + box.width * 0.75, box.y + 20, { steps: 5 })
    await page.mouse.up()
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 140)
  })

  test('a chapter in the list is a place to go to', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('nav[aria-label=Chapters] button:has-text("What it cost")')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 97)
    await page.waitForSelector(
      'nav[aria-label=Chapters] button[aria-current=true]:has-text("What it cost")',
    )
  })

  test('a deep link opens at its moment, and another moment of it goes there', async () => {
    const { page, sound } = await visit('#t=1:23')
    await sound.isReady()
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 83)
    expect(await sound.time()).toBeCloseTo(83, 1)
    await page.evaluate(() => (location.hash = '#t=100.5'))
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 100.5)
  })
})

/** The sound's time in each frame, seconds, until it has jumped back by half a second so many times. */
const timesUntilItHasJumpedBack = (page: Page, jumps: number) =>
  page.evaluate(async (wanted) => {
    const media = document.querySelector('video')!
    const times = [media.currentTime]
    for (let seen = 0; seen < wanted;) {
      await new Promise(requestAnimationFrame)
      if (media.currentTime < times.at(-1)! - 0.5) seen++
      times.push(media.currentTime)
    }
    return times
  }, jumps)

describe('again and past', () => {
  test('a line that is repeated starts again at its end', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('.transcript-line[data-line="1"] .transcript-time')
    await page.waitForSelector('.transcript-line[data-line="1"][data-now=spoken]')
    await page.keyboard.press('b')
    await page.keyboard.press('k')
    const { start, end } = {
      start: words[1]!.start,
      end: words.find(({ text }) => text === 'Nadia.')!.end,
    }
    const times = await timesUntilItHasJumpedBack(page, 2)
    expect(Math.max(...times)).toBeLessThan(end + 0.5)
    expect(Math.min(...times)).toBeGreaterThan(start - 0.1)
  })

  test('a long pause is skipped when asked for', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.keyboard.press('p')
    await sound.jumpTo(117.8)
    await page.keyboard.press('k')
    const before = Date.now()
    await sound.reaches(122.4)
    expect(Date.now() - before).toBeLessThan(3500)
  })

  test('the place, the speed and the settings come back with the recording', async () => {
    const { page, sound } = await visit()
    await sound.isReady()
    await sound.jumpTo(50)
    await page.selectOption('select[aria-label=Speed]', '1.5')
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    await page.reload()
    await page.waitForSelector('.transcript-line')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 49.9)
    expect(await sound.rate()).toBe(1.5)
  })
})
