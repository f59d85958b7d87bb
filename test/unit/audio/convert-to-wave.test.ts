import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { convertToWave } from '#audio/convert-to-wave.ts'
import { blobSource } from '#sources/byte-sources.ts'

const { signal } = new AbortController()
const folder = join(import.meta.dirname, '../../fixtures/recordings/unplayable')
const convert = async (bytes: Uint8Array<ArrayBuffer>) => {
  const wave = await convertToWave(blobSource(new Blob([bytes])), signal)
  return wave && new DataView(await wave.arrayBuffer())
}
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))

test('an AIFF becomes a WAV with the same samples', async () => {
  const wave = (await convert(read('tone.aiff')))!
  expect(wave.byteLength).toBe(44 + 16_000)
  expect([wave.getUint16(20, true), wave.getUint16(22, true)]).toEqual([1, 1])
  expect([wave.getUint32(24, true), wave.getUint16(34, true)]).toEqual([8000, 16])
  const first = [0, 1, 2, 3, 4].map((at) => wave.getInt16(44 + 2 * at, true))
  expect(first).toEqual([0x0000, 0x056b, 0x0a32, 0x0dc5, 0x0fb7])
})

test('IMA ADPCM is decoded: a rising sample is that of the table of steps', async () => {
  const bytes = read('ima-adpcm.wav')
  const data = Buffer.from(bytes).indexOf('data') + 8
  bytes[data + 4] = 0x47
  const wave = (await convert(bytes))!
  expect(wave.byteLength).toBe(44 + 16 * 505 * 2)
  // Step 7, code 7: 0 + 7 + 3 + 1; then step 16, code 4: 2 + 16.
  const first = [0, 1, 2].map((at) => wave.getInt16(44 + 2 * at, true))
  expect(first).toEqual([0, 11, 29])
})

test.each(['call.amr', 'mp3-inside.wav', 'unfinished.m4a'])('%s is left as it is', async (name) => {
  expect(await convert(read(name))).toBeNull()
})
