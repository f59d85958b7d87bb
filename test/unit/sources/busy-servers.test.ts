import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchBytes } from '#sources/fetch-bytes.ts'
import { serveBytes } from './serve-bytes.ts'
import type { ServedBytes, Serving } from './serve-bytes.ts'

const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 31) % 251)
const limits = { timeoutMs: 5000, mostBytes: 2 ** 20 }
const { signal } = new AbortController()

let served: ServedBytes | null = null
let pace: ReturnType<typeof setInterval>
/** A second passes in ten milliseconds. */
beforeEach(() => {
  pace = setInterval(() => void vi.advanceTimersByTimeAsync(1000), 10)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  clearInterval(pace)
  vi.useRealTimers()
  await served?.close()
})

/** What came, or the message of the failure, and the waits. */
async function fetched(how: Serving) {
  served = await serveBytes(bytes, how)
  const waits: number[] = []
  const onWait = (delayMs: number) => void waits.push(delayMs)
  const result = await fetchBytes(served.address, { signal, limits, onWait }).catch(
    (error: Error) => error.message,
  )
  return { result, waits, requests: served.ranges.length }
}

describe('a server that is busy is asked again', () => {
  test.each([429, 503])('after the seconds that it asks for (%i)', async (status) => {
    const refusals = [
      { status, retryAfter: '3' },
      { status, retryAfter: '7' },
    ]
    expect(await fetched({ refusals })).toEqual({
      result: bytes,
      waits: [3000, 7000],
      requests: 3,
    })
  })

  test('at the time that it asks for', async () => {
    const retryAfter = new Date(Date.now() + 10_000).toUTCString()
    const { result, waits } = await fetched({ refusals: [{ status: 503, retryAfter }] })
    expect(result).toEqual(bytes)
    expect(waits[0]).toBeGreaterThan(5000)
    expect(waits[0]).toBeLessThanOrEqual(10_000)
  })

  test('after longer and longer waits where it does not say when', async () => {
    const refusals = [{ status: 429 }, { status: 502 }, { status: 504, retryAfter: 'soon' }]
    expect(await fetched({ refusals })).toMatchObject({ result: bytes, waits: [1000, 2000, 4000] })
  })

  test('no more than six times', async () => {
    const refusals = Array.from({ length: 20 }, () => ({ status: 503 }))
    expect(await fetched({ refusals })).toMatchObject({
      result:
        'the server is overloaded or being repaired (503), also when asked again. Try again in some minutes',
      requests: 6,
    })
  })

  test('not before it allows that, and no longer than two minutes', async () => {
    expect(await fetched({ refusals: [{ status: 429, retryAfter: '3600' }] })).toEqual({
      result:
        'the server was asked too often, and refuses for now (429), and asks to wait 60 minutes',
      waits: [],
      requests: 1,
    })
  })
})

test.each([
  [401, 'the server gives it only to those who log in (401)'],
  [403, 'the server does not give it to everyone (403)'],
  [404, 'the server says there is nothing at this address (404)'],
  [410, 'the server says that it has been deleted (410)'],
  [418, 'the server refused (418)'],
  [500, 'the server failed (500)'],
])('a server that answers with %i is asked once', async (status, result) => {
  expect(await fetched({ refusals: [{ status }] })).toEqual({ result, waits: [], requests: 1 })
})

test('text whose connection breaks is resumed', async () => {
  const { result, requests } = await fetched({ breaks: 1, breaksAfter: 2000 })
  expect(result).toEqual(bytes)
  expect(requests).toBe(2)
})

test('a server that is silent is said to be silent', async () => {
  const { result } = await fetched({ breaks: 9, breaksAfter: 0, silently: true })
  expect(result).toMatch(/^the server sent nothing for 5 seconds/)
})
