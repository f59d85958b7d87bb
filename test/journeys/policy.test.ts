import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { securityHeaders } from '../../src/build/headers.ts'
import { alignmentOn } from '../support/aligning.ts'
import { plainScript } from '../support/demo-script.ts'
import { journeys } from '../support/journey.ts'
import { longTranscript } from '../support/long-transcript.ts'
import { serveAppCopy } from '../support/serve-app-copy.ts'
import { excerptFile } from '../support/sound-files.ts'

const { visit } = journeys()

/** A server of somebody else, which lets every page read it. */
async function serveForeign() {
  const requests: string[] = []
  const server = createServer(({ url = '' }, response) => {
    requests.push(url)
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': 'text/javascript',
    })
    response.end('export {}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests }
}

/** In the worker it is `import()`, which Vitest replaces in the code of tests. */
declare function importModule(address: string): Promise<unknown>

/** Runs in a worker, after the app's own code there: what each attempt led to. */
function attempt(script: string, foreign: string) {
  const indirect = globalThis as unknown as Record<string, new (...given: string[]) => unknown>
  const attempts: Record<string, () => unknown> = {
    eval: () => Reflect.apply(Reflect.get(globalThis, 'eval'), undefined, ['1']),
    Function: () => new Function('return 1')(),
    'fetch of a foreign address': () => fetch(`${foreign}fetched`),
    'fetch by the prototype': () =>
      (Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch ?? fetch).call(
        globalThis,
        `${foreign}fetched`,
      ),
    'import of a foreign address': () => importModule(`${foreign}imported.js`),
    'import of a data address': () => importModule('data:text/javascript,export{}'),
    XMLHttpRequest: () => new indirect['XMLHttpRequest']!(),
    WebSocket: () => new indirect['WebSocket']!(foreign.replace('http', 'ws')),
    EventSource: () => new indirect['EventSource']!(foreign),
    'WebAssembly (needed)': () =>
      WebAssembly.compile(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])),
  }
  const run = async ([name, act]: [string, () => unknown]) => {
    try {
      await act()
      return [name, 'allowed']
    } catch {
      return [name, 'refused']
    }
  }
  void Promise.all(Object.entries(attempts).map(run)).then((results) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the other kind of channel
    new BroadcastChannel('attempts').postMessage([script, Object.fromEntries(results)]),
  )
}

const attemptCode = String(attempt).replaceAll('importModule(', 'import(')

const refused = {
  eval: 'refused',
  Function: 'refused',
  'fetch of a foreign address': 'refused',
  'fetch by the prototype': 'refused',
  'import of a foreign address': 'refused',
  'import of a data address': 'refused',
  XMLHttpRequest: 'refused',
  WebSocket: 'refused',
  EventSource: 'refused',
  'WebAssembly (needed)': 'allowed',
}

/** The app on a server with such headers, each of whose workers makes the attempts when it has started. */
async function visitWithAttempts(headers: Record<string, string>) {
  const foreign = await serveForeign()
  const address = await serveAppCopy({
    headers,
    change(path, content) {
      const script = /(\w+\.worker)-[^/]*\.js$/.exec(path)?.[1]
      const call = `;(${attemptCode})(${JSON.stringify(script)}, '${foreign.address}')`
      return script === undefined ? content : content.toString() + call
    },
  })
  const visited = await visit('', {
    address,
    before: (page) =>
      page.addInitScript(() => {
        const results: Record<string, unknown> = {}
        Object.assign(window, { results })
        new BroadcastChannel('attempts').addEventListener('message', ({ data }) => {
          results[data[0]] = data[1]
        })
      }),
  })
  const { page } = visited
  return {
    ...visited,
    address,
    foreign,
    resultsOf: async (script: string) => {
      await page.waitForFunction(
        (wanted) => wanted in (Reflect.get(window, 'results') as object),
        script,
      )
      return page.evaluate(
        (wanted) => (Reflect.get(window, 'results') as Record<string, unknown>)[wanted],
        script,
      )
    },
  }
}

const peaksFile = () => {
  const length = 191 * 20
  const data = Array.from({ length: 2 * length }, (_, at) => (at % 2 === 0 ? -40 : 40))
  const header = { version: 2, channels: 1, sample_rate: 44_100, samples_per_pixel: 2205, bits: 8 }
  return JSON.stringify({ ...header, length, data })
}

/** Does what starts workers of this kind. */
const causes: Record<string, (page: Page) => Promise<unknown>> = {
  'audio.worker': (page) => page.waitForSelector('[data-peaks=drawn]'),
  'writer.worker': (page) => alignmentOn(page).saveAs('WebVTT'),
  'transcript.worker': (page) =>
    alignmentOn(page).open({ name: 'long.vtt', content: longTranscript(2500).vtt }),
  'peaks.worker': (page) =>
    page.setInputFiles('input[type=file]', {
      name: 'demo.json',
      mimeType: '',
      buffer: Buffer.from(peaksFile()),
    }),
}

describe.each([
  ['with the headers of docs/deploying.md', securityHeaders],
  ['on a server that sends no headers', {}],
])('a worker %s can neither run text as code nor reach other people’s servers:', (_, headers) => {
  test.each(Object.entries(causes))('%s', async (script, cause) => {
    const { page, resultsOf, foreign, complaints } = await visitWithAttempts(headers)
    await cause(page)
    expect(await resultsOf(script)).toEqual(refused)
    expect(foreign.requests).toEqual([])
    complaints.length = 0
  })

  test('alignment.worker, and scorer.worker, which it starts', async () => {
    const { page, resultsOf, foreign, complaints } = await visitWithAttempts(headers)
    const alignment = alignmentOn(page)
    const sound = await excerptFile(28)
    await alignment.drop(sound, { name: 'said.txt', content: plainScript({ end: 28 }).text })
    await alignment.findWords()
    expect(await resultsOf('alignment.worker')).toEqual(refused)
    expect(await resultsOf('scorer.worker')).toEqual(refused)
    await alignment.says(/words (were )?found/)
    expect(foreign.requests).toEqual([])
    complaints.length = 0
  })

  test('draft.worker', async () => {
    const { page, address, resultsOf, foreign, complaints } = await visitWithAttempts(headers)
    await page.goto(`${address}?audio=`)
    const alignment = alignmentOn(page)
    await alignment.open(await excerptFile(20))
    await alignment.says('If the language is English')
    await alignment.press('d')
    await page.waitForSelector('.alignment-note button:focus')
    await page.keyboard.press('Enter')
    expect(await resultsOf('draft.worker')).toEqual(refused)
    await page.waitForSelector('.transcript-line')
    expect(foreign.requests).toEqual([])
    complaints.length = 0
  })
})

test('the attempts succeed where nothing forbids them', async () => {
  const foreign = await serveForeign()
  const { address } = await serveForeign()
  const { page } = await visit('', { address, waitsFor: '' })
  const results = await page.evaluate(
    ([code, other]) =>
      new Promise((resolve) => {
        new BroadcastChannel('attempts').addEventListener('message', ({ data }) => resolve(data[1]))
        const source = new Blob([`(${code})('', '${other}')`], { type: 'text/javascript' })
        void new Worker(URL.createObjectURL(source), { type: 'module' })
      }),
    [attemptCode, foreign.address] as const,
  )
  const allowed = Object.keys(refused).map((name) => [name, 'allowed'])
  expect(results).toEqual(Object.fromEntries(allowed))
  expect(foreign.requests).toContain('/fetched')
  expect(foreign.requests).toContain('/imported.js')
})

test('npm start and these journeys serve with the headers of docs/deploying.md', async () => {
  const answers = await Promise.all(
    ['', 'earshot-sw.js', 'demo/demo.vtt'].map((path) => fetch(inject('appAddress') + path)),
  )
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name)).toBe(value)
    }
  }
})
