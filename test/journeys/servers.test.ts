import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { journeys } from '../support/journey.ts'

const { visit } = journeys()
const root = join(import.meta.dirname, '../..')
const demoSound = readFileSync(join(root, 'public/demo/demo.mp3'))

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void

let stop = () => {}
afterEach(() => stop())

/** A server on another origin, which other pages may read. `count`: of the requests before. */
async function serving(answer: Answer) {
  let count = 0
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'range')
    response.setHeader('access-control-expose-headers', 'retry-after, content-range')
    response.setHeader('cache-control', 'no-store')
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else answer(request, response, count++)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  const audio = `http://127.0.0.1:${(server.address() as AddressInfo).port}/talk.mp3`
  return `?${new URLSearchParams({ audio })}`
}

const rangeOf = ({ headers }: IncomingMessage) => {
  const found = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
  if (!found) return null
  const to = found[2] ? Math.min(demoSound.length, Number(found[2]) + 1) : demoSound.length
  return { from: Number(found[1]), to }
}

/** The demo's sound, as a server gives it that does all as it should. */
const rightAnswer: Answer = (request, response) => {
  const range = rangeOf(request)
  const { from, to } = range ?? { from: 0, to: demoSound.length }
  response.writeHead(range ? 206 : 200, {
    'content-type': 'audio/mpeg',
    'content-length': to - from,
    ...(range ? { 'content-range': `bytes ${from}-${to - 1}/${demoSound.length}` } : {}),
  })
  response.end(demoSound.subarray(from, to))
}

const busy =
  (times: number, status: number, retryAfter: string): Answer =>
  (request, response, count) => {
    if (count >= times) return rightAnswer(request, response, count)
    response.writeHead(status, { 'retry-after': retryAfter }).end('Not now.')
  }

const multipart: Answer = (request, response, count) => {
  const range = rangeOf(request)
  if (!range) return rightAnswer(request, response, count)
  const { from, to } = range
  const head = `--x\r\nContent-Type: audio/mpeg\r\nContent-Range: bytes ${from}-${to - 1}/${demoSound.length}\r\n\r\n`
  response.writeHead(206, { 'content-type': 'multipart/byteranges; boundary=x' })
  response.end(
    Buffer.concat([Buffer.from(head), demoSound.subarray(from, to), Buffer.from('\r\n--x--\r\n')]),
  )
}

const wrongRange: Answer = (request, response, count) => {
  const range = rangeOf(request)
  if (!range) return rightAnswer(request, response, count)
  const from = range.from + 1000
  response.writeHead(206, {
    'content-type': 'audio/mpeg',
    'content-range': `bytes ${from}-${range.to - 1}/${demoSound.length}`,
  })
  response.end(demoSound.subarray(from, range.to))
}

/** The browser reports each answer that is an error, and each broken connection. */
const isOfTheBrowser = (text: string) => /Failed to load resource|net::ERR/.test(text)

async function plays(page: Page, sound: Awaited<ReturnType<typeof visit>>['sound']) {
  await page.waitForSelector('h1:has-text("talk.mp3")')
  await page.waitForSelector('[data-peaks=drawn]')
  await sound.isReady()
  await page.click('#play-button')
  await sound.reaches(0.5)
  expect(await page.locator('.notices-alert').count()).toBe(0)
}

describe('a recording is played from a server', () => {
  test.for<[string, Answer]>([
    ['that is busy at first (503)', busy(2, 503, '2')],
    ['that was asked too often at first (429)', busy(2, 429, '2')],
    ['that answers with other parts than were requested', wrongRange],
    ['that answers with multipart', multipart],
  ])('%s', async ([, answer]) => {
    const { page, sound, complaints } = await visit(await serving(answer), { waitsFor: 'h1' })
    await plays(page, sound)
    expect(complaints.filter((text) => !isOfTheBrowser(text))).toEqual([])
    complaints.length = 0
  })
})

test('a busy server is said to be busy, while it is waited for', async () => {
  const link = await serving(busy(99, 503, '20'))
  const { page, complaints } = await visit(link, { waitsFor: 'h1' })
  await page.waitForSelector(
    '.opening-name:has-text("talk.mp3: its server is busy, next try in 20 s")',
  )
  complaints.length = 0
})

describe('what a server answered is said:', () => {
  test.for<[string, Answer, RegExp]>([
    [
      'a long wait',
      busy(99, 429, '1200'),
      /talk\.mp3 could not be loaded: the server was asked too often.*\(429\), and asks to wait 20 minutes/,
    ],
    ['nothing there', busy(99, 404, ''), /talk\.mp3 could not be loaded: .*nothing.*\(404\)/],
    [
      'a web page',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hi'),
      /talk\.mp3 cannot be played\. A web page, not a recording\./,
    ],
  ])('%s', async ([, answer, sentence]) => {
    const { page, complaints } = await visit(await serving(answer), { waitsFor: 'h1' })
    await expect.poll(() => page.textContent('[role=alert]')).toMatch(sentence)
    complaints.length = 0
  })
})

describe('a file of a kind that browsers do not play is named:', () => {
  test.for<[string, RegExp]>([
    ['call.amr', /call\.amr cannot be played\. An AMR recording/],
    ['letter.dss', /letter\.dss cannot be played\. A dictation \(DSS\)/],
    ['unfinished.m4a', /unfinished\.m4a cannot be played\. An unfinished M4A/],
    ['free-format.mp3', /free-format\.mp3 cannot be played\. An MP3 in free format/],
    ['xhe-aac.m4a', /xhe-aac\.m4a cannot be played\. An xHE-AAC recording/],
  ])('%s', async ([name, sentence]) => {
    const { page } = await visit()
    await page.setInputFiles(
      'input[type=file]',
      join(root, 'test/fixtures/recordings/unplayable', name),
    )
    await expect.poll(() => page.textContent('[role=alert]')).toMatch(sentence)
    expect(await page.textContent('[role=alert]')).not.toMatch(/download it|work\./i)
  })
})

test.for(['tone.aiff', 'ima-adpcm.wav'])(
  '%s, which the browser does not play, is converted and played',
  async (name) => {
    const { page, sound } = await visit()
    await page.setInputFiles(
      'input[type=file]',
      join(root, 'test/fixtures/recordings/unplayable', name),
    )
    await page.waitForSelector(`h1:has-text("${name}")`)
    await page.waitForSelector('[data-peaks=drawn]')
    await sound.isReady()
    await page.click('#play-button')
    await sound.reaches(0.3)
    expect(await page.locator('.notices-alert').count()).toBe(0)
  },
)
