import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journeys } from '../support/journey.ts'
import { silentMp3 } from '../support/silent-mp3.ts'

const { visit } = journeys()

const demoSound = readFileSync(join(import.meta.dirname, '../../public/demo/demo.mp3'))
const vtt = `WEBVTT

00:00:01.000 --> 00:00:03.000
<v Ada>My own <i>words</i>.

00:00:03.000 --> 00:00:05.000
<v Grace>And mine.
`
const srt = '1\r\n00:00:00,500 --> 00:00:02,000\r\nFrom a subtitle file\r\n'
const whisper = JSON.stringify({
  text: ' Well timed.',
  segments: [
    {
      start: 0,
      end: 1,
      text: ' Well timed.',
      words: [
        { word: ' Well', start: 0, end: 0.4, probability: 0.9 },
        { word: ' timed.', start: 0.4, end: 1, probability: 0.9 },
      ],
    },
  ],
  language: 'en',
})

const file = (name: string, content: string | Buffer, mimeType = '') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})
const give = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.setInputFiles('input[type=file]', files)

async function drop(page: Page, files: { name: string; content: number[]; type: string }[]) {
  await page.evaluate((given) => {
    const transfer = new DataTransfer()
    for (const { name, content, type } of given) {
      transfer.items.add(new File([Uint8Array.from(content)], name, { type }))
    }
    for (const name of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      )
    }
  }, files)
}

const textOf = (page: Page) => page.locator('.transcript-line').allTextContents()
const alertOf = async (page: Page) => {
  await page.waitForSelector('.notices-alert')
  return (await page.textContent('[role=alert]'))!
}

describe('opening files', () => {
  test('a recording and its transcript, dropped together, replace the demo and play in step', async () => {
    const { page, sound } = await visit()
    await drop(page, [
      { name: 'mine.vtt', content: [...Buffer.from(vtt)], type: 'text/vtt' },
      { name: 'mine.mp3', content: [...silentMp3(8)], type: 'audio/mpeg' },
    ])
    await page.waitForSelector('h1:has-text("mine.mp3")')
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
    expect(await textOf(page)).toHaveLength(2)
    await sound.isReady()
    await page.click('#play-button')
    await page.waitForFunction(() =>
      Array.from(CSS.highlights.get('spoken-word') ?? []).some(
        (range) => String(range) === 'My own words.',
      ),
    )
  })

  test.each([
    ['SubRip', file('a.srt', srt), ['From a subtitle file']],
    ['Whisper JSON', file('a.json', whisper), ['Well timed.']],
    ['WebVTT under a wrong name', file('a.txt', vtt), ['My own words.', 'And mine.']],
  ])('a transcript in %s is read', async (_, given, lines) => {
    const { page } = await visit()
    await give(page, given)
    await page.waitForSelector(`.transcript-line:has-text("${lines[0]}")`)
    const texts = await textOf(page)
    lines.forEach((line, at) => expect(texts[at]).toContain(line))
  })

  test('plain text is shown, and the page says that it is not in step', async () => {
    const { page } = await visit()
    await give(page, file('talk.txt', 'Ada: The first paragraph.\n\nGrace: The second.\n'))
    await page.waitForSelector('.transcript-line:has-text("The first paragraph.")')
    expect(await page.locator('.transcript-time').count()).toBe(0)
    expect(await page.textContent('.kit-note:last-of-type')).toMatch(
      /does not follow the recording/,
    )
  })

  test('either may come alone and first: sound plays, then the text joins it', async () => {
    const { page, sound } = await visit()
    await give(page, file('later.mp3', silentMp3(6), 'audio/mpeg'))
    await page.waitForSelector('h1:has-text("later.mp3")')
    await page.waitForSelector('.kit-note:has-text("There is no transcript yet")')
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.5)
    await give(page, file('later.vtt', vtt))
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
    expect(await sound.isPaused()).toBe(false)
    await page.waitForSelector('.transcript-line[data-now=spoken]')
  })

  test('a transcript alone reads, and a seek says what is missing', async () => {
    const { page } = await visit()
    await give(page, file('alone.vtt', vtt))
    await page.waitForSelector('.kit-note:has-text("There is no recording yet")')
    await page.click('.transcript-line[data-line="1"] .transcript-time')
    await page.waitForSelector('[role=status]:has-text("no recording")')
    expect(await page.isDisabled('#play-button')).toBe(true)
  })

  test('text that is pasted opens as a transcript', async () => {
    const { page } = await visit()
    await page.evaluate((text) => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', text)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      )
    }, vtt)
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
  })

  test('chapters in a file of their own become headings', async () => {
    const { page } = await visit()
    const chapters = 'WEBVTT\nKind: chapters\n\n00:00:03.000 --> 00:00:05.000\nThe second part\n'
    await give(page, file('mine.vtt', vtt), file('chapters.vtt', chapters))
    await page.waitForSelector('h3:has-text("The second part")')
  })
})

describe('what cannot be opened', () => {
  test.each([
    ['a PDF', file('notes.pdf', '%PDF-1.7\n'), /notes\.pdf.*PDF/],
    ['an empty file', file('empty.vtt', ''), /empty\.vtt.*empty/],
    [
      'a web page',
      file('login.vtt', '<!doctype html><html><body>404</body></html>'),
      /login\.vtt.*web page/,
    ],
    [
      'random bytes',
      file('noise.srt', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))),
      /noise\.srt/,
    ],
    ['a cut JSON', file('cut.json', '{"segments": [{"start": 0,'), /cut\.json/],
    [
      'sound that is none',
      file(
        'fake.mp3',
        Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\0\0'), Buffer.alloc(200, 7)]),
        'audio/mpeg',
      ),
      /fake\.mp3 cannot be played/,
    ],
  ])(
    '%s gives one sentence with its name, and leaves what was open as it was',
    async (_, given, sentence) => {
      const { page, sound, complaints } = await visit()
      await sound.isReady()
      await page.click('#play-button')
      const before = await textOf(page)
      await give(page, given)
      expect(await alertOf(page)).toMatch(sentence)
      expect(await textOf(page)).toEqual(before)
      const time = await sound.time()
      await sound.reaches(time + 0.3)
      await page.click('[aria-label=Dismiss]')
      expect(await page.locator('.notices-alert').count()).toBe(0)
      // The browser itself reports a recording that it cannot decode.
      complaints.splice(
        0,
        complaints.length,
        ...complaints.filter((text) => !/ERR_|DEMUXER/.test(text)),
      )
    },
  )

  test.each([
    ['a transcript right after the recording', ['talk.mp3', 'second.srt']],
    ['a recording right after the transcript', ['second.srt', 'talk.mp3']],
    ['two transcripts, and then the recording', ['first.vtt', 'second.srt', 'talk.mp3']],
  ])('nothing that is given in quick succession is lost: %s', async (_, names) => {
    const { page, sound } = await visit()
    const contents: Record<string, string> = {
      'first.vtt': vtt,
      'second.srt': srt,
      'talk.mp3': silentMp3(6).toString('base64'),
    }
    await page.evaluate(
      (files) => {
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!
        for (const [name, content] of files) {
          const bytes = Uint8Array.from(atob(content!), (letter) => letter.charCodeAt(0))
          const transfer = new DataTransfer()
          transfer.items.add(new File([bytes], name!))
          input.files = transfer.files
          input.dispatchEvent(new Event('change', { bubbles: true }))
        }
      },
      names.map((name) => [name, name.endsWith('mp3') ? contents[name]! : btoa(contents[name]!)]),
    )
    await page.waitForSelector('h1:has-text("talk.mp3")')
    await page.waitForSelector('.transcript-line:has-text("From a subtitle file")')
    expect(await page.locator('.transcript-line').count()).toBe(1)
    const chooser = page.getByRole('combobox', { name: 'Which transcript is shown' })
    if (names.length > 2) await chooser.waitFor()
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.5)
    expect(await page.locator('.kit-note:has-text("There is no recording yet")').count()).toBe(0)
  })
})

describe('a link', () => {
  let server: ReturnType<typeof createServer>
  let elsewhere = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost')
      const allows = { 'access-control-allow-origin': '*' }
      if (pathname === '/talk.mp3') {
        response.writeHead(200, {
          ...allows,
          'content-type': 'audio/mpeg',
          'content-length': demoSound.length,
        })
        response.end(demoSound)
      } else if (pathname === '/talk.vtt') {
        response.writeHead(200, { ...allows, 'content-type': 'text/plain' })
        response.end(vtt)
      } else if (pathname === '/closed.vtt') {
        response.writeHead(200)
        response.end(vtt)
      } else {
        response.writeHead(404, allows)
        response.end('no')
      }
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    elsewhere = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  const linkTo = (query: Record<string, string>) => `?${new URLSearchParams(query)}`

  test('names recording, transcript, title and moment', async () => {
    const { page, sound } = await visit(
      `${linkTo({ audio: 'demo/demo.mp3', transcript: `${elsewhere}/talk.vtt`, title: 'A <b>talk</b>' })}#t=3.5`,
    )
    expect(await page.textContent('h1')).toBe('A <b>talk</b>')
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 3.5)
    expect(await sound.time()).toBeCloseTo(3.5, 1)
    await page.waitForSelector('.transcript-line[data-line="1"][data-now=spoken]')
  })

  test.each([
    ['is not there', '/missing.vtt', /missing\.vtt could not be loaded.*404/],
    [
      'does not let other pages read it',
      '/closed.vtt',
      /closed\.vtt could not be loaded.*CORS.*download/,
    ],
  ])('to a transcript that %s says so, and the sound plays', async (_, path, sentence) => {
    const { page, sound, complaints } = await visit(
      linkTo({ audio: `${elsewhere}/talk.mp3`, transcript: elsewhere + path }),
      { waitsFor: '.notices-alert' },
    )
    expect(await alertOf(page)).toMatch(sentence)
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.3)
    // The browser reports the failed request itself.
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((text) => !/CORS|404|ERR_FAILED/.test(text)),
    )
  })

  test('to a script is refused with a sentence, and nothing runs', async () => {
    const { page } = await visit(
      linkTo({ audio: 'javascript:document.title=1', transcript: 'demo/demo.vtt' }),
    )
    expect(await alertOf(page)).toMatch(/javascript:document\.title=1.*cannot be opened.*https/)
    expect(await page.title()).not.toBe('1')
    expect(await page.locator('.transcript-line').count()).toBeGreaterThan(20)
  })

  test('typed into the dialog opens like one in the address bar', async () => {
    const { page } = await visit()
    await page.click('button[aria-label="Open addresses"]')
    await page.fill('dialog input >> nth=1', `${elsewhere}/talk.vtt`)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.transcript-line:has-text("My own words.")')
  })
})

describe('trouble', () => {
  test('storage full of rubbish, or forbidden, changes nothing', async () => {
    const { page } = await visit()
    await page.evaluate(() => {
      localStorage.setItem('earshot.preferences', '{"theme":')
      localStorage.setItem('earshot.places', '"x"')
      localStorage.setItem('earshot.positions', '[[1]]')
    })
    await page.reload()
    await page.waitForSelector('.transcript-line')
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
    )
    await page.reload()
    await page.waitForSelector('.transcript-line')
    await page.click('button[aria-label=Settings]')
    await page.selectOption('dialog select >> nth=0', 'dark')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  })

  test('text in a transcript is text: no script, no request, no element of its own', async () => {
    const { page } = await visit()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const nasty = `WEBVTT

00:00:00.000 --> 00:00:02.000
<v "><img src=x onerror=alert(1)>>&lt;img src=http://localhost:9/x onerror="document.title='pwned'"&gt; hello
`
    await give(page, file('nasty.vtt', nasty))
    await page.waitForSelector('.transcript-line:has-text("hello")')
    // A picture that the text had asked for would be asked for before this one.
    await page.evaluate(async () => {
      const later = new Image()
      later.src = 'favicon.svg'
      await later.decode()
    })
    expect(
      await page
        .locator('.transcript-lines img, .transcript-lines script, .transcript-lines a')
        .count(),
    ).toBe(0)
    expect(requests.filter((url) => /localhost:9\/|\/x$/.test(url))).toEqual([])
    expect(await page.title()).not.toBe('pwned')
  })
})
