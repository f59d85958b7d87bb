import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { bytesOf, id3v2, mp3Frame, times } from '../unit/audio/frames/made-frames.ts'
import { journeys } from '../support/journey.ts'
import type { Sound } from '../support/journey.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

const { visit } = journeys()

const read = (...path: string[]) => readFileSync(join(import.meta.dirname, '../..', ...path))
const demoSound = read('public/demo/demo.mp3')
const demoText = read('public/demo/demo.vtt')
const demoSeconds = 191.2
const film = read('test/fixtures/recordings/film.mp4')
const encryptedSound = read('test/fixtures/recordings/encrypted.m4a')

const file = (name: string, buffer: Buffer, mimeType = '') => ({ name, mimeType, buffer })
const give = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.setInputFiles('input[type=file]', files)

/** PCM, 8 kHz, 16 bit, mono: a tone. `claimed`: the seconds that the header says. */
function wav(seconds: number, claimed = seconds): Buffer {
  const [rate, head] = [8000, Buffer.alloc(44)]
  head.write('RIFF')
  head.writeUInt32LE(36 + claimed * rate * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(claimed * rate * 2, 40)
  const samples = Int16Array.from({ length: seconds * rate }, (_, at) => 12_000 * Math.sin(at / 3))
  return Buffer.concat([head, Buffer.from(samples.buffer)])
}

/** The same bytes in every run (a linear congruential generator); any of them may look like a header. */
function noise(length: number): Buffer {
  let state = 1
  return Buffer.from(
    Array.from({ length }, () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) >>> 24),
  )
}

/** Its sample entries say that it is encrypted; it is not, and nothing tells how it would be. */
function calledEncrypted(bytes: Buffer): Buffer {
  const marked = Buffer.from(bytes)
  const descriptions = marked.indexOf('moov')
  marked.write('enca', marked.indexOf('mp4a', descriptions))
  marked.write('encv', marked.indexOf('avc1', descriptions))
  return marked
}

const peaksBecome = (page: Page, status: string) => page.waitForSelector(`[data-peaks=${status}]`)

/** How high the waveform is drawn, from its left to its right, 0 to 1. */
const drawn = (page: Page, columns = 60) =>
  page.evaluate((count) => {
    const picture = document.querySelector('.waveform-picture > div')!
    const canvas = picture.shadowRoot!.querySelector('canvas')!
    const { width, height } = canvas
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
    const heights = Array.from({ length: count }, () => 0)
    for (let x = 0; x < width; x++) {
      let painted = 0
      for (let y = 0; y < height; y++) if (data[(y * width + x) * 4 + 3]! > 0) painted++
      const column = Math.floor((x / width) * count)
      heights[column] = Math.max(heights[column]!, painted / height)
    }
    return heights
  }, columns)

const duration = (page: Page) => page.evaluate(() => document.querySelector('video')!.duration)

/** The app is none the worse: a good recording and its text open, and play in step. */
async function demoPlays(page: Page, sound: Sound) {
  await give(page, file('again.mp3', demoSound), file('again.vtt', demoText))
  await page.waitForSelector('h1:has-text("again.mp3")')
  await page.waitForSelector('.transcript-line')
  expect(await page.locator('.notices-alert').count()).toBe(0)
  await sound.isReady()
  await page.click('#play-button')
  await sound.reaches(1)
  await page.waitForSelector('.transcript-line[data-now=spoken]')
}

const alertSays = async (page: Page, sentence: RegExp) => {
  // The browser may complain of its own first.
  await expect.poll(() => page.textContent('[role=alert]')).toMatch(sentence)
}

async function playsOn(sound: Sound) {
  const time = await sound.time()
  await sound.reaches(time + 0.5)
  expect(await sound.isPaused()).toBe(false)
}

describe('what the browser cannot open is said, and what is open plays on:', () => {
  test.for<[string, ReturnType<typeof file>, RegExp]>([
    [
      'an empty file',
      file('empty.mp3', Buffer.alloc(0), 'audio/mpeg'),
      /empty\.mp3 is empty\. Choose another file/,
    ],
    [
      'an MP3 of a tag alone',
      file('tag.mp3', Buffer.from(id3v2(400, { filling: 0 }))),
      /tag\.mp3 cannot be played\. An MP3 tag without sound: .*\. Copy it again from where it is complete\./,
    ],
  ])('%s', async ([, given, sentence]) => {
    const { page, sound } = await visit()
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.3)
    const lines = await page.locator('.transcript-line').allTextContents()
    await give(page, given)
    await alertSays(page, sentence)
    expect(await page.locator('.transcript-line').allTextContents()).toEqual(lines)
    await playsOn(sound)
    await demoPlays(page, sound)
  })
})

describe('what the browser opens, and cannot play, is said:', () => {
  test.for<[string, ReturnType<typeof file>, RegExp]>([
    [
      'a WAV of a header alone',
      file('head.wav', wav(0), 'audio/wav'),
      /head\.wav has no sound that can be played: it ends where its sound should begin\. .*again/,
    ],
    [
      'an MP4 without its sound',
      file('head.mp4', film.subarray(0, film.indexOf('mdat') - 4), 'video/mp4'),
      /head\.mp4 has no sound that can be played: it ends where its sound should begin\. .*again/,
    ],
    [
      'an MP4 that is encrypted',
      file('bought.m4a', encryptedSound, 'audio/mp4'),
      /bought\.m4a has no sound that can be played: it is encrypted \(DRM\).* not protected/,
    ],
  ])('%s', async ([, given, sentence]) => {
    const { page, sound } = await visit()
    await sound.isReady()
    await give(page, given)
    await alertSays(page, sentence)
    await peaksBecome(page, 'unavailable')
    expect(await page.textContent('.waveform-problem')).toMatch(/no waveform/)
    await demoPlays(page, sound)
  })
})

test('text under the name of a recording is read as text, and the recording that is open plays on', async () => {
  const { page, sound } = await visit()
  await give(page, file('mine.mp3', demoSound))
  await page.waitForSelector('h1:has-text("mine.mp3")')
  await sound.isReady()
  await page.click('#play-button')
  await sound.reaches(0.3)
  await give(page, file('notes.mp3', Buffer.from('My notes.\n\nNo recording.\n'), 'audio/mpeg'))
  await page.waitForSelector('.transcript-line:has-text("My notes.")')
  await page.waitForSelector('text=This text has no times.')
  await playsOn(sound)
  await demoPlays(page, sound)
})

describe('what is there of a recording plays, and is drawn:', () => {
  const middle = demoSound.length / 2
  const damage = 50_000
  const front = demoSound.subarray(0, middle)
  const back = demoSound.subarray(middle)

  test.for<[string, ReturnType<typeof file>, number]>([
    ['the first half of an MP3', file('half.mp3', front), demoSeconds / 2],
    ['a WAV that says it is longer than it is', file('cut.wav', wav(6, 12)), 6],
    ['a WAV named MP3', file('tone.mp3', wav(6), 'audio/mpeg'), 6],
    ['an MP3 named M4A', file('talk.m4a', demoSound, 'audio/mp4'), demoSeconds],
    ['an MP4 that is called encrypted and is not', file('film.mp4', calledEncrypted(film)), 4],
    [
      'an MP3 with noise put between its halves',
      file('noise.mp3', Buffer.concat([front, noise(damage), back])),
      demoSeconds,
    ],
    [
      'an MP3 with noise in the place of its middle',
      file('hole.mp3', Buffer.concat([front, noise(damage), back.subarray(damage)])),
      demoSeconds * (1 - damage / demoSound.length),
    ],
  ])('%s', async ([, given, seconds]) => {
    const { page, sound } = await visit()
    await give(page, given)
    await page.waitForSelector(`h1:has-text("${given.name}")`)
    await peaksBecome(page, 'drawn')
    await page.waitForSelector('[data-seeking=exact]')
    await sound.isReady()
    expect(Math.abs((await duration(page)) - seconds)).toBeLessThan(0.2)
    await page.click('#play-button')
    await sound.reaches(0.5)
    await sound.jumpTo(seconds - 2)
    await sound.reaches(seconds - 1)
    expect(await page.locator('.notices-alert').count()).toBe(0)
    const heights = await drawn(page)
    expect(Math.max(...heights)).toBeGreaterThan(0.8)
    // The last part of each has sound in it.
    expect(heights.at(-3)).toBeGreaterThan(0.3)
    await demoPlays(page, sound)
  })

  test('the waveform of what is there is that of the sound', async () => {
    // Each in a browser of its own: copies that differ in the middle alone may be taken for the same one.
    const peaksOf = async (name: string, bytes: Buffer) => {
      const { page } = await visit('?audio=', { waitsFor: 'h1' })
      await give(page, file(name, bytes))
      await peaksBecome(page, 'drawn')
      await expect.poll(async () => (await keptPeaks(page)).length).toBe(1)
      return (await keptPeaks(page))[0]!
    }
    const whole = await peaksOf('whole.mp3', demoSound)
    const half = await peaksOf('half.mp3', front)
    const noisy = await peaksOf('noise.mp3', Buffer.concat([front, noise(damage), back]))
    const holedBytes = Buffer.concat([front, noise(damage), back.subarray(damage)])
    const holed = await peaksOf('hole.mp3', holedBytes)
    const [far, near] = [9000, 8000]
    for (const some of [half, noisy, holed]) {
      expect(likeness(some.slice(0, far), whole.slice(0, far))).toBeGreaterThan(0.99)
    }
    expect(likeness(noisy.slice(-near), whole.slice(-near))).toBeGreaterThan(0.99)
    // Frames are not as long as peaks: what follows the hole lies some milliseconds beside.
    expect(likeness(holed.slice(-near), whole.slice(-near))).toBeGreaterThan(0.8)
    // That would tell if it were a third of a second off.
    expect(likeness(noisy.slice(-near), whole.slice(-near - 30, -30))).toBeLessThan(0.5)
  })
})

/** Peaks of the recordings that were drawn, a hundred a second, where the app keeps them. */
const keptPeaks = (page: Page) =>
  page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error as DOMException))
      })
    const database = await done(indexedDB.open('earshot.recordings'))
    const store = database.transaction('recordings').objectStore('recordings')
    const kept = (await done(store.getAll())) as { finest: Uint8Array }[]
    database.close()
    return kept.map(({ finest }) => Array.from(finest))
  })

/** Pearson's correlation: 1 where the one rises and falls as the other, 0 where it has nothing of it. */
function likeness(some: readonly number[], others: readonly number[]): number {
  const aroundMean = (heights: readonly number[]) => {
    const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length
    return heights.map((height) => height - mean)
  }
  const [a, b] = [aroundMean(some), aroundMean(others)]
  const product = (c: readonly number[], d: readonly number[]) =>
    c.reduce((sum, value, at) => sum + value * d[at]!, 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

interface Asked {
  readonly by: 'the player' | 'the page'
  readonly range: string | undefined
}

describe('a recording by address', () => {
  let stop = () => {}
  afterEach(() => stop())

  /**
   * Lets other pages read it, and see its range. What is asked for as a whole by the page itself, which is the
   * copy, breaks off once after `breaksAfter` bytes, when it may, and waits until `mayGoOn`.
   */
  async function served(
    bytes: Buffer,
    {
      givesRanges = true,
      breaksAfter = null,
      mayBreak = Promise.resolve(),
      mayGoOn = Promise.resolve(),
    }: {
      givesRanges?: boolean
      breaksAfter?: number | null
      mayBreak?: Promise<void>
      mayGoOn?: Promise<void>
    } = {},
  ) {
    const asked: Asked[] = []
    let hasBroken = false
    const server = createServer((request, response) => {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'range',
        })
        return void response.end()
      }
      const { range } = request.headers
      const by = request.headers['sec-fetch-dest'] === 'video' ? 'the player' : 'the page'
      asked.push({ by, range })
      const wanted = givesRanges ? /^bytes=(\d+)-(\d*)$/.exec(range ?? '') : null
      const from = Number(wanted?.[1] ?? 0)
      const to = wanted?.[2] ? Math.min(bytes.length, Number(wanted[2]) + 1) : bytes.length
      response.writeHead(wanted ? 206 : 200, {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'content-range',
        'content-type': 'audio/mpeg',
        'content-length': to - from,
        ...(wanted ? { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` } : {}),
      })
      const isCopy = by === 'the page' && range === undefined
      if (isCopy && breaksAfter !== null && !hasBroken) {
        hasBroken = true
        response.write(bytes.subarray(0, breaksAfter))
        void mayBreak.then(() => response.destroy())
      } else if (isCopy) void mayGoOn.then(() => response.end(bytes.subarray(from, to)))
      else response.end(bytes.subarray(from, to))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stop = () => {
      server.closeAllConnections()
      server.close()
    }
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/talk.mp3`
    return { asked, link: `?${new URLSearchParams({ audio: address })}` }
  }

  test('of varying rate, over a connection that breaks: the copy goes on where it broke, and seeks become exact', async () => {
    const frames = 6000
    // As the first bytes say it, it would be three times as long.
    const bytes = Buffer.from(
      bytesOf(
        ...times(frames / 3, () => mp3Frame({ kilobits: 64 })),
        ...times((2 * frames) / 3, () => mp3Frame({ kilobits: 256 })),
      ),
    )
    let breakOff = () => {}
    const mayBreak = new Promise<void>((resolve) => (breakOff = resolve))
    const { asked, link } = await served(bytes, { breaksAfter: 1_000_000, mayBreak })
    const { page, sound, complaints } = await visit(link, { waitsFor: 'h1:has-text("talk.mp3")' })
    // What a browser has received and not yet handed over is lost with the connection.
    await page.waitForSelector('.opening-percent:not(:text-is("0 %"))')
    breakOff()
    await page.waitForSelector('[data-seeking=exact]')
    const resumed = asked.filter(
      ({ by, range }) => by === 'the page' && /^bytes=[1-9]\d*-$/.test(range ?? ''),
    )
    expect(resumed.length).toBe(1)
    const from = Number(/\d+/.exec(resumed[0]!.range!)![0])
    expect(from).toBeLessThanOrEqual(1_000_000)

    const seconds = (frames * 1152) / 44_100
    await sound.jumpTo(seconds - 3)
    await expect.poll(() => duration(page)).toBeCloseTo(seconds, 0)
    await expect.poll(() => sound.time()).toBeCloseTo(seconds - 3, 0)
    await page.click('#play-button')
    await sound.reaches(seconds - 2)
    expect(await page.locator('.notices-alert').count()).toBe(0)
    await peaksBecome(page, 'drawn')
    // The browser itself reports the connection that broke.
    expect(
      complaints.filter((text) => !/ERR_(CONTENT_LENGTH|CONNECTION|EMPTY)/.test(text)),
    ).toEqual([])
    complaints.length = 0
    await demoPlays(page, sound)
  })

  test('from a server that gives no parts can be sought in after it has been copied', async () => {
    let letGo = () => {}
    const mayGoOn = new Promise<void>((resolve) => (letGo = resolve))
    const { link } = await served(demoSound, { givesRanges: false, mayGoOn })
    const { page, sound } = await visit(link, { waitsFor: 'h1:has-text("talk.mp3")' })
    await sound.isReady()
    await page.waitForSelector('[data-seeking=preparing]')
    const seekableTo = () =>
      page.evaluate(() => {
        const { seekable } = document.querySelector('video')!
        return seekable.length > 0 ? seekable.end(seekable.length - 1) : 0
      })
    expect(await seekableTo()).toBe(0)
    letGo()
    await page.waitForSelector('[data-seeking=exact]')
    await expect.poll(seekableTo).toBeCloseTo(demoSeconds, 0)
    await page.focus('.waveform-seek-slider')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => sound.time()).toBeGreaterThan(demoSeconds - 10)
    await page.click('#play-button')
    await playsOn(sound)
    await peaksBecome(page, 'drawn')
    await demoPlays(page, sound)
  })
})

test.for(['previewing', 'decoding'])(
  'drawing three hours is given up within 100 ms of the key, while %s',
  async (stage) => {
    const { page, sound } = await visit()
    // From the key to the end, in the page's own time, which its listeners and React's are part of.
    await page.evaluate(() => {
      const player = document.querySelector<HTMLElement>('.app-player')!
      let pressed = Number.NaN
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          pressed = timeStamp
          document.body.dataset['pressedWhile'] = player.dataset['peaks']
        },
        { capture: true },
      )
      new MutationObserver(() => {
        if (player.dataset['peaks'] !== 'drawn' || Number.isNaN(pressed)) return
        document.body.dataset['cancelledMs'] ??= String(performance.now() - pressed)
      }).observe(player, { attributes: true })
    })
    await give(page, file('long.mp3', silentMp3(3 * 3600)))
    await page.waitForSelector('h1:has-text("long.mp3")')
    await peaksBecome(page, stage)
    await page.keyboard.press('Shift+X')
    await peaksBecome(page, 'drawn')
    const { pressedWhile, cancelledMs } = await page.evaluate(() => ({ ...document.body.dataset }))
    expect(pressedWhile).toBe(stage)
    expect(Number(cancelledMs)).toBeLessThan(100)
    expect(await page.textContent('[role=status]')).toBe('The waveform stays as it is')
    await page.click('#play-button')
    await sound.reaches(1)
    await page.waitForSelector('[data-peaks=drawn]')
    await demoPlays(page, sound)
  },
)

describe('a recording of several streams plays as one', () => {
  const fixture = (name: string) => readFileSync(`test/fixtures/recordings/${name}`)

  test.for<[string, ReturnType<typeof file>, number]>([
    ['an MP3 whose sampling rate changes', file('rates.mp3', fixture('joined/rates.mp3')), 3.1],
    ['a chained Ogg Opus', file('chained.opus', fixture('joined/chained.opus'), 'audio/ogg'), 3],
    ['a chained Ogg Vorbis', file('chained.ogg', fixture('joined/chained.ogg'), 'audio/ogg'), 3],
    ['MPEG layer II', file('layer-2.mp3', fixture('unplayable/layer-2.mp3')), 1],
  ])('%s', async ([, given, seconds]) => {
    const { page, sound } = await visit()
    await give(page, given)
    await page.waitForSelector(`h1:has-text("${given.name}")`)
    await peaksBecome(page, 'drawn')
    await sound.isReady()
    await expect.poll(() => duration(page)).toBeGreaterThan(seconds - 0.1)
    expect(await duration(page)).toBeLessThan(seconds + 0.3)
    await sound.jumpTo(seconds - 0.6)
    await page.click('#play-button')
    await sound.reaches(seconds - 0.2)
    expect(await page.locator('.notices-alert').count()).toBe(0)
  })

  test('what is damaged in the middle is said', async () => {
    const { page } = await visit()
    await give(page, file('garbage.mp3', fixture('joined/garbage.mp3')))
    await page.waitForSelector('text=About 1.0 s of this recording is damaged, at 0:03.')
  })
})

test.each([
  [
    'an MP3',
    'show.mp3',
    'id3-chapters.mp3',
    ['0:00 Intro', '0:00 The mill — part 1', '0:02 Outro'],
  ],
  [
    'an audiobook',
    'book.m4b',
    'mp4-chapters.m4b',
    ['0:00 Intro', '0:01 Die Mühle – Teil 1', '0:02 Outro'],
  ],
])(
  'the chapters that %s names are listed in order, without a transcript, and are places to go to',
  async (_, name, fixture, titles) => {
    const { page, sound } = await visit()
    await give(page, file(name, read(`test/fixtures/recordings/${fixture}`)))
    const list = page.getByRole('navigation', { name: 'Chapters' }).getByRole('button')
    await expect.poll(() => list.allTextContents()).toEqual(titles)
    await list.nth(2).click()
    await expect.poll(() => sound.time()).toBeCloseTo(2.5, 1)
  },
)
