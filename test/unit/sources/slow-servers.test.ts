import { afterEach, expect, test, vi } from 'vitest'
import { downloadParts } from '#sources/download.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A server that sends a byte every five seconds, of a file of 20 MB; it gives ranges. */
function drippingServer() {
  const ranges: (string | null)[] = []
  let nowMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  vi.stubGlobal('fetch', (_address: string, { headers }: { headers: Record<string, string> }) => {
    const range = headers['range'] ?? null
    ranges.push(range)
    const from = Number(/\d+/.exec(range ?? '0')![0])
    const size = 20 * 2 ** 20
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          nowMs += 5000
          controller.enqueue(Uint8Array.of(1))
        },
      },
      { highWaterMark: 0 },
    )
    const status = range === null ? 200 : 206
    const answer = new Response(body, {
      status,
      headers: {
        'content-length': String(size - from),
        ...(range === null ? {} : { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
      },
    })
    return Promise.resolve(answer)
  })
  return ranges
}

test('a server that sends a byte every five seconds is asked for the rest again, and then given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const ranges = drippingServer()
  let received = 0
  async function download() {
    const parts = downloadParts('https://a.example/a.mp3', new AbortController().signal)
    for await (const { bytes } of parts) received += bytes.length
  }
  const failed = download().catch((error: Error) => error.message)
  const timer = setInterval(() => void vi.advanceTimersByTimeAsync(5000), 20)
  const message = await failed
  clearInterval(timer)
  expect(message).toBe(
    'the server sent 0.00 of 20.0 MB, then the server sent hardly anything for a minute, also when asked again',
  )
  expect(received).toBeLessThan(100)
  expect(ranges).toEqual([null, 'bytes=11-', 'bytes=22-', 'bytes=33-'])
})
