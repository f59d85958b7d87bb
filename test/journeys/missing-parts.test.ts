import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { alignmentOn } from '../support/aligning.ts'
import { plainScript } from '../support/demo-script.ts'
import { journeys } from '../support/journey.ts'
import { serveAppCopy } from '../support/serve-app-copy.ts'
import { excerptFile } from '../support/sound-files.ts'

const { visit } = journeys()

type Way = 'no network' | '404' | '503' | 'wrong type'
const ways: readonly Way[] = ['no network', '404', '503', 'wrong type']

function fail(route: Route, way: Way) {
  if (way === 'no network') return route.abort('connectionfailed')
  if (way === 'wrong type') return route.fulfill({ contentType: 'text/html', body: '<p>Sign in' })
  return route.fulfill({ status: Number(way), body: 'no' })
}

/** Each request of a part fails until it is found again. Style sheets are parts as well. */
async function missing(page: Page, part: RegExp, way: Way) {
  let requests = 0
  await page.route(part, (route) => {
    requests += 1
    return fail(route, way)
  })
  return { requests: () => requests, find: () => page.unroute(part) }
}

/** What the browser and React say of the failures that the journey makes. */
const expected =
  /Service Worker registration blocked|Failed to load resource|dynamically imported module|Unable to preload CSS|could not be loaded|MIME type|ERR_|Refused to/

async function visitWithout(address: RegExp, way: Way) {
  let part: Awaited<ReturnType<typeof missing>>
  const visited = await visit('', {
    serviceWorkers: 'block',
    before: async (page) => (part = await missing(page, address, way)),
  })
  const { page, sound, complaints } = visited
  await sound.isReady()
  await page.click('#play-button')
  await sound.reaches(0.3)
  return {
    ...visited,
    part: part!,
    /** The page is whole, and plays. */
    async goesOn() {
      const time = await sound.time()
      await expect.poll(() => sound.time()).toBeGreaterThan(time)
      expect(await sound.isPaused()).toBe(false)
      expect(await page.locator('.app-broken').count()).toBe(0)
      expect(await page.locator('.transcript-line').count()).toBeGreaterThan(0)
    },
    forgive() {
      const others = complaints.filter((complaint) => !expected.test(complaint))
      complaints.splice(0, complaints.length, ...others)
    },
  }
}

const dialogs = [
  { key: '?', name: 'The list of keys', file: /HelpDialog.*\.js/, in: ways },
  { key: 'Shift+I', name: 'The page about Earshot', file: /AboutDialog/, in: ['404'] },
  { key: 's', name: 'The settings', file: /SettingsDialog.*\.css/, in: ['503'] },
  { key: 'Shift+O', name: 'The form for addresses', file: /AddressDialog/, in: ['wrong type'] },
  { key: 'i', name: 'The reading report', file: /ReadingDialog/, in: ['no network'] },
  { key: 'e', name: 'The form for saving', file: /SaveDialog/, in: ['503'] },
  { key: 'e', name: 'The form for saving', file: /\/Dialog-.*\.css/, in: ['no network'] },
] as const
const failing = dialogs.flatMap(({ in: each, ...dialog }) =>
  each.map((way) => ({ ...dialog, way })),
)

test.each(failing)(
  '$name without $file ($way): the page stays and plays, and the next time it opens',
  async ({ key, name, file, way }) => {
    const { page, part, goesOn, forgive } = await visitWithout(file, way)
    await page.locator('h1').click()
    await page.keyboard.press(key)
    await page.locator('.notices-alert', { hasText: `${name} could not be loaded.` }).waitFor()
    expect(part.requests()).toBeGreaterThan(0)
    await goesOn()
    await part.find()
    await page.keyboard.press(key)
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    // Without its style sheets it has the corners of the browser's own dialogs.
    const corners = await dialog.evaluate((element) => getComputedStyle(element).borderRadius)
    expect(corners).not.toBe('0px')
    await page.keyboard.press('Escape')
    await goesOn()
    forgive()
  },
)

test.each(ways)('the tools of the page without their part (%s) are a button away', async (way) => {
  const { page, part, goesOn, forgive } = await visitWithout(/second-screen.*\.js/, way)
  const note = page.locator('.notices-alert', { hasText: 'Parts of this page could not be loaded' })
  await note.waitFor()
  expect(await note.textContent()).toMatch(/the search, .*the menu of timing/)
  expect(part.requests()).toBeGreaterThan(0)
  await goesOn()
  await part.find()
  await note.getByRole('button', { name: 'Load them again' }).click()
  await page.getByRole('button', { name: 'Timing', exact: false }).first().waitFor()
  await note.waitFor({ state: 'detached' })
  await page.locator('h1').click()
  await page.keyboard.press('/')
  // What follows the text comes by itself: what is searched for is marked in it.
  await page.fill('.search-field', 'the')
  await page.waitForFunction(() => [...(CSS.highlights.get('search-hit') ?? [])].length > 0)
  await goesOn()
  forgive()
})

test('the waveform is asked for again by itself', async () => {
  const { page, part, goesOn, forgive } = await visitWithout(/attach-waveform/, '503')
  await expect.poll(part.requests).toBeGreaterThan(0)
  await goesOn()
  await part.find()
  await page.waitForFunction(() => document.querySelector('.waveform-picture > *') !== null)
  await goesOn()
  forgive()
})

describe('the service worker', () => {
  type Mode = 'ok' | '503' | 'silent'
  let server: Server
  let mode: Mode = 'ok'
  let address = ''
  beforeAll(async () => {
    server = createServer(async ({ url = '/' }, answer) => {
      if (mode === 'silent') return
      if (mode === '503') return void answer.writeHead(503).end()
      const given = await fetch(inject('appAddress') + url.slice(1))
      const type = given.headers.get('content-type') ?? ''
      answer.writeHead(given.status, { 'content-type': type })
      answer.end(Buffer.from(await given.arrayBuffer()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('gives the page of the first visit its parts, when the network is gone or the server is busy', async () => {
    mode = 'ok'
    const { page, complaints } = await visit('', { address })
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    mode = '503'
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    for (mode of ['503', 'silent'] as const) {
      await page.reload()
      await page.waitForSelector('.transcript-line')
    }
    complaints.length = 0
  })
})

describe('what a worker needs and cannot have is said, and asked for again with the file:', () => {
  const fixture = (path: string) => readFile(join(import.meta.dirname, '../fixtures', path))
  const give = async (page: Page, name: string, content: string | Buffer) =>
    page.setInputFiles('input[type=file]', { name, mimeType: '', buffer: Buffer.from(content) })

  /** The app on a server that fails for a part until it is found again. */
  async function visitFailing(part: RegExp) {
    let isMissing = true
    let requests = 0
    const address = await serveAppCopy({
      answer(path, response) {
        if (!isMissing || !part.test(path)) return false
        requests += 1
        response.writeHead(503).end()
        return true
      },
    })
    const { page, complaints } = await visit('', { address, serviceWorkers: 'block' })
    const find = () => {
      expect(requests).toBeGreaterThan(0)
      expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
      complaints.length = 0
      isMissing = false
    }
    return { page, find }
  }

  test.each([
    { part: /pdfjs/, path: 'transcripts/pdf/two-columns.pdf' },
    { part: /transcript\.worker/, path: 'transcripts/pdf/two-columns.pdf' },
  ])('a PDF, without $part', async ({ part, path }) => {
    const { page, find } = await visitFailing(part)
    const content = await fixture(path)
    await give(page, 'a.pdf', content)
    await page
      .locator('.notices-alert', {
        hasText: 'a.pdf could not be read, because a part of Earshot could not be loaded.',
      })
      .waitFor()
    find()
    await give(page, 'a.pdf', content)
    await page.locator('.notices-alert').waitFor({ state: 'detached' })
    await page.waitForFunction(() => !document.querySelector('h1')?.textContent?.includes('City'))
    await page.waitForSelector('.transcript-line')
  })

  test.each([
    { part: /aac-decoder/, name: 'film.mp4' },
    { part: /audio\.worker/, name: 'film.webm' },
  ])('the waveform of $name, without $part', async ({ part, name }) => {
    const { page, find } = await visitFailing(part)
    const content = await fixture(`recordings/${name}`)
    await give(page, name, content)
    await page.waitForSelector(`h1:has-text("${name}")`)
    await page.waitForSelector('[data-peaks=unavailable]')
    expect(await page.textContent('.waveform-frame')).not.toContain('http')
    find()
    await give(page, name, content)
    await page.waitForSelector('[data-peaks=drawn]')
  })

  test('a transcript that is saved, without the writer', async () => {
    const { page, find } = await visitFailing(/writer\.worker/)
    await page.locator('h1').click()
    await page.keyboard.press('e')
    const save = page.getByRole('button', { name: 'Save', exact: true })
    await save.click()
    await page.getByText('the writer of transcripts could not be loaded').waitFor()
    find()
    await save.click()
    const saved = page.locator('.transcripts-saved')
    await expect.poll(() => saved.textContent()).toContain('Saved as')
  })

  test.each([{ part: /alignment\.worker/ }, { part: /\/english-/ }])(
    'the words of a text, without $part',
    async ({ part }) => {
      const { page, find } = await visitFailing(part)
      const alignment = alignmentOn(page)
      const text = plainScript({ end: 20 }).text
      await alignment.open(await excerptFile(20), { name: 'said.txt', content: text })
      await alignment.findWords()
      await alignment.says(/The words could not be found: .* could not be loaded\. What had been/)
      expect(await alignment.sentence()).not.toContain('http')
      find()
      await alignment.note.getByRole('button', { name: 'Try again' }).click()
      await alignment.says(/words (were )?found/)
    },
  )
})
