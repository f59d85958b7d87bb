import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import { fingerprint } from '#audio/fingerprint.ts'

/** Bytes that are nowhere the same, and a note of what was read of them. */
function soundOf(size: number, changes: Record<number, number> = {}) {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 2654435761) >>> 24)
  for (const [at, value] of Object.entries(changes)) bytes[Number(at)] = value
  const read: number[] = []
  const source: ByteSource = {
    size,
    read(from, to) {
      read.push(to - from)
      return Promise.resolve(bytes.slice(from, to))
    },
  }
  return { source, read }
}

const large = 1_000_000

afterEach(() => vi.unstubAllGlobals())

describe('a fingerprint', () => {
  test('is the same for the same bytes, and 64 hex digits', async () => {
    const first = await fingerprint(soundOf(large).source)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await fingerprint(soundOf(large).source)).toBe(first)
  })

  test.each([
    ['the first byte', 0],
    ['the last byte', large - 1],
    ['the end of the first 64 KB', 65_535],
  ])('sees a change of %s', async (_, at) => {
    const { source } = soundOf(large, { [at]: 77 })
    expect(await fingerprint(source)).not.toBe(await fingerprint(soundOf(large).source))
  })

  test('sees that the same beginning goes on longer', async () => {
    const silent = (size: number): ByteSource => ({
      size,
      read: (from, to) => Promise.resolve(new Uint8Array(to - from)),
    })
    expect(await fingerprint(silent(large))).not.toBe(await fingerprint(silent(large + 1)))
  })

  test('reads 256 KB of any length, and no byte twice', async () => {
    const { source, read } = soundOf(large)
    await fingerprint(source)
    expect(read).toHaveLength(10)
    expect(read.reduce((sum, each) => sum + each)).toBe(256 * 1024)
  })

  test.each([1, 65_536, 131_073, 262_144])('of %i bytes depends on each of them', async (size) => {
    const whole = await fingerprint(soundOf(size).source)
    const middle = size >> 1
    const changed = soundOf(size, { [middle]: ((middle * 2654435761) >>> 24) ^ 1 })
    expect(await fingerprint(changed.source)).not.toBe(whole)
  })

  test('of an empty file exists, too', async () => {
    expect(await fingerprint(soundOf(0).source)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is not to be had where the browser keeps its cryptography back', async () => {
    vi.stubGlobal('crypto', {})
    expect(await fingerprint(soundOf(10).source)).toBeNull()
  })

  test('fails as the reading of the bytes fails', async () => {
    const source: ByteSource = { size: 10, read: () => Promise.reject(new Error('it has gone')) }
    await expect(fingerprint(source)).rejects.toThrow('it has gone')
  })
})
