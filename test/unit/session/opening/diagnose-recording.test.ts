import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { createDiagnosis } from '#session/opening/diagnose-recording.ts'
import type { DiagnosisContext } from '#session/opening/diagnose-recording.ts'
import { recordingAt, recordingOfFile } from '#session/opening/opening-sources.ts'
import { convertLayerTwo } from '#audio/continuous/continuous-copy.ts'
import { openByteSource } from '#sources/byte-sources.ts'
import { downloadParts } from '#sources/download.ts'
import { serveBytes } from '../../sources/serve-bytes.ts'
import type { OddRanges, ServedBytes, Serving } from '../../sources/serve-bytes.ts'
import { silentMp3 } from '../../../support/silent-mp3.ts'

const sound = new Uint8Array(silentMp3(20))
const fixture = (name: string) =>
  new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../../fixtures/recordings/unplayable', name)),
  )

let served: ServedBytes | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

const diagnose = createDiagnosis({
  async download(address, { signal, onProgress }) {
    const parts: BlobPart[] = []
    for await (const { bytes } of downloadParts(address, signal)) parts.push(bytes.slice())
    onProgress(1)
    return { blob: new Blob(parts), release() {} }
  },
  convertLayerTwo: async (source) => convertLayerTwo(await openByteSource(source)),
})
const waits: number[] = []
const context: DiagnosisContext = {
  onProgress() {},
  onWait: (delayMs) => void waits.push(delayMs),
  signal: new AbortController().signal,
  isLast: false,
}

async function ofServer(bytes: Uint8Array, how: Serving, more: Partial<DiagnosisContext> = {}) {
  served = await serveBytes(bytes, how)
  const result = await diagnose(recordingAt(served.address), 'unsupported', { ...context, ...more })
  return result.kind === 'problem' ? result.problem.message : result
}
const ofFile = async (file: File) => {
  const result = await diagnose(recordingOfFile(file), 'unsupported', context)
  return result.kind === 'problem' ? result.problem.message : result
}

test('a busy server is waited for, and the recording is tried again', async () => {
  waits.length = 0
  const refusals = [{ status: 503, retryAfter: '1' }]
  expect(await ofServer(sound, { refusals })).toMatchObject({
    kind: 'again',
    recording: { source: { kind: 'address' } },
  })
  expect(waits).toEqual([1000])
})

test.each([
  [
    429,
    '900',
    /^sound could not be loaded: the server was asked too often.* \(429\), and asks to wait 15 minutes\. /,
  ],
  [
    503,
    '900',
    /^sound could not be loaded: the server is overloaded.* \(503\), and asks to wait 15 minutes\. /,
  ],
  [
    404,
    '',
    /^sound could not be loaded: the server says there is nothing at this address \(404\)\. /,
  ],
])('what the server answered is said (%i)', async (status, retryAfter, sentence) => {
  const message = await ofServer(sound, { refusals: [{ status, retryAfter }] })
  expect(message).toMatch(sentence)
  expect(message).not.toMatch(/MP3, M4A|work\./)
})

test.each<OddRanges>(['shifted', 'multipart', 'gzip'])(
  'a recording whose ranges are %s is tried again from a copy of the whole',
  async (oddRanges) => {
    const result = await ofServer(sound, { oddRanges })
    const place =
      typeof result === 'string' ? null : result.kind === 'again' && result.recording.source
    if (!place || place.kind !== 'file') throw new Error(`there is no copy: ${String(result)}`)
    expect(Buffer.compare(new Uint8Array(await place.blob.arrayBuffer()), sound)).toBe(0)
  },
)

test('what a browser does not play is named, at an address and in a file, and never to be downloaded', async () => {
  const sentence = /cannot be played\. An AMR recording from a phone/
  expect(await ofServer(fixture('call.amr'), {})).toMatch(sentence)
  await served?.close()
  expect(await ofServer(fixture('call.amr'), { givesRanges: false })).toMatch(sentence)
  const message = await ofFile(new File([fixture('call.amr')], 'call.amr'))
  expect(message).toMatch(sentence)
  expect(message).not.toMatch(/download/i)
})

test('a recording that looks well and does not play a second time is said to be odd or damaged', async () => {
  const message = await ofServer(sound, {}, { isLast: true })
  expect(message).toMatch(/^sound cannot be played\. It is damaged, or of a kind/)
})

test('a file that was deleted meanwhile is said to be so', async () => {
  const file = new File([sound], 'talk.mp3')
  vi.spyOn(file, 'slice').mockReturnValue({
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
  } as never)
  expect(await ofFile(file)).toBe(
    'talk.mp3 could not be loaded: the file can no longer be read. It was changed, moved or deleted: open it again.',
  )
})

test('a disk without room for a copy is not the fault of the address', async () => {
  const download = () =>
    Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'))
  served = await serveBytes(sound, { givesRanges: false })
  const result = await createDiagnosis({ download, convertLayerTwo: () => Promise.resolve(null) })(
    recordingAt(served.address),
    'unsupported',
    context,
  )
  expect(result).toMatchObject({
    problem: {
      message:
        'sound could not be loaded: its server gives no parts of it, and this device has no room for a copy. Free some space on the disk, then open it again.',
    },
  })
})
