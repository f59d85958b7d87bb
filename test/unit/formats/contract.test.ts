import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { formats } from '#formats/readers/registry.ts'
import { expectSound } from './expect-sound.ts'
import { bytesOf, fixturesOf, readFixture } from './fixtures.ts'

test('formats have ids of their own', () => {
  const ids = formats.map((format) => format.id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(formats)('$name', (format) => {
  test('lives in the folder its id names, or in that of its table', () => {
    const folder = format.folder ?? format.id
    expect(
      existsSync(new URL(`../../../src/formats/readers/${folder}/read.ts`, import.meta.url)),
    ).toBe(true)
  })

  test('writes its extensions and types in lower case, without a dot', () => {
    for (const extension of format.extensions) expect(extension).toMatch(/^[a-z0-9]+$/)
    for (const type of format.mimeTypes) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
  })

  test('claims neither nothing nor noise', async () => {
    const { candidates } = await readTranscript(new Uint8Array())
    expect(candidates).toEqual([])
  })

  describe.each(fixturesOf(format.id))('%s', (name) => {
    test('is recognised by its content, and read into a sound transcript', async () => {
      const reading = await readFixture(`${format.id}/${name}`)
      expect(reading.format).toBe(format.id)
      expect(reading.transcript).not.toBeNull()
      expectSound(reading)
    })

    test('is recognised under another name', async () => {
      const reading = await readFixture(`${format.id}/${name}`, { fileName: 'download' })
      expect(reading.format).toBe(format.id)
    })

    test('can be read as every other format without a mistake of ours', async () => {
      expect.hasAssertions()
      for (const other of formats) {
        expectSound(await readTranscript(bytesOf(`${format.id}/${name}`), { format: other.id }))
      }
    })
  })
})
