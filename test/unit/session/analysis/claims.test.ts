import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { AudioReader } from '#audio/audio-reader.ts'
import { readId3Chapters } from '#audio/chapters/id3-chapters.ts'
import { continuousCopy } from '#audio/continuous/continuous-copy.ts'
import { fingerprint } from '#audio/fingerprint.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import { computePeaks } from '#audio/peaks/compute-peaks.ts'
import { virtualMp4 } from '#audio/seeking/virtual-file.ts'
import { detectSilences } from '#audio/silences.ts'
import { createDiagnosis } from '#session/opening/diagnose-recording.ts'
import { createAudioAnalyses } from '#session/analysis/audio-analyses.ts'
import type { Player } from '#media/player.ts'
import { openByteSource } from '#sources/byte-sources.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createAppStore } from '#state/store.ts'
import { claimingRecordings } from '../../../support/claiming-recordings.ts'
import { eventually } from '../../../support/eventually.ts'

/** What a browser may say that believes the claim, seconds. */
const claimedDuration = 112_195_064

const rejections: unknown[] = []
const note = (reason: unknown) => void rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))
beforeEach(() => void rejections.splice(0))

vi.stubGlobal(
  'URL',
  Object.assign(URL, { createObjectURL: () => 'blob:exact', revokeObjectURL: () => {} }),
)

/** What the worker does, on this thread; `workers/audio-reader.ts` without workers. */
function directReader(source: RecordingSource): AudioReader {
  let opened: Promise<OpenedAudio> | null = null
  const audio = () => (opened ??= openByteSource(source).then(openAudio))
  let last: Promise<unknown> = Promise.resolve()
  let decoder: ReturnType<OpenedAudio['createDecoder']> | null = null
  return {
    workerCount: 1,
    open: async () => (await audio()).facts,
    async countFrames(onProgress) {
      const { source, stream } = await audio()
      return stream && countFrames(source, stream, { onProgress })
    },
    setFrameIndex: (index) => void audio().then((opened) => opened.setFrameIndex(index)),
    continuity: async () => continuousCopy(await audio()),
    seekableFile: (index) => Promise.resolve(virtualMp4(index)),
    peaks(part) {
      const peaks = last.then(async () =>
        computePeaks(await (decoder ??= (await audio()).createDecoder()), part),
      )
      last = peaks.catch(() => undefined)
      return peaks
    },
    fingerprint: async () => fingerprint((await audio()).source),
    chapters: async () => readId3Chapters((await audio()).source),
    detectSilences: (finest) => Promise.resolve(detectSilences(finest)),
    dispose() {},
  }
}

/** Opens a recording as the app does; its peaks are settled, and what they are is returned. */
async function analysed(bytes: Uint8Array<ArrayBuffer>) {
  const store = createAppStore()
  store.getState().firstScreenShown()
  store.getState().recordingOpened({
    name: 'a',
    key: 'a',
    address: 'blob:a',
    sharedAddress: null,
    duration: claimedDuration,
    seekable: true,
  })
  const player = {
    element: { duration: claimedDuration },
    whenReady: () => Promise.resolve(),
    swapTo: () => Promise.resolve('moved'),
  }
  const analyses = createAudioAnalyses({
    store,
    player: player as unknown as Player,
    loadPorts: () =>
      Promise.resolve({
        storedRecordings: {
          read: () => Promise.resolve(null),
          write: () => Promise.resolve(true),
          usage: () => Promise.resolve({ recordings: 0, bytes: 0 }),
          clear: () => Promise.resolve(true),
        },
        openReader: directReader,
        download: () => Promise.reject(new Error('nothing is downloaded')),
      }),
  })
  analyses.begin({ kind: 'file', blob: new Blob([bytes]) })
  await eventually(() => expect(store.getState().peaks.status).toMatch(/drawn|unavailable/))
  analyses.end()
  return store.getState().peaks
}

/** The most bytes of JavaScript's memory that were in use meanwhile, above what was before. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  const used = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = used()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, used())), 5)
  await work()
  clearInterval(timer)
  return Math.max(most, used()) - before
}

/** Bytes; a hundred hours of peaks are 48 MB. */
const mostMemory = 100 * 2 ** 20

/** By the name: how long the sound is that is there, seconds; the others have none that can be drawn here. */
const lengths: Record<string, number | undefined> = {
  'xing.mp3': 31.32,
  'xing-of-one-frame.mp3': 31.32,
  'xing-of-no-frame.mp3': 31.32,
  'vbri.mp3': 31.35,
  'samples.flac': 5.12,
  'data.wav': 31.25,
  'data.rf64.wav': 31.25,
  'granule.opus': 200,
  'granule-of-a-year.opus': 200,
  'duration.webm': 100,
  'duration-of-a-day.webm': 100,
}

test.for(claimingRecordings().map((recording) => [recording.name, recording] as const))(
  'memory and time follow the bytes of %s, not what it claims',
  async ([name, { bytes }]) => {
    const results: Awaited<ReturnType<typeof analysed>>[] = []
    const memory = await memoryOf(async () => results.push(await analysed(bytes)))
    const [peaks] = results
    if (peaks?.status === 'drawn') {
      expect(peaks.pyramid.duration).toBeCloseTo(lengths[name] ?? 5.12, 1)
    } else {
      expect(lengths[name]).toBeUndefined()
      expect(peaks).toMatchObject({ why: expect.stringMatching(/^[A-Z][^.]*\.( [A-Z][^.]*\.)*$/) })
    }
    expect(memory).toBeLessThan(mostMemory)
    // What nobody waits for is reported after the promises that are due.
    await new Promise((resolve) => setTimeout(resolve))
    expect(rejections).toEqual([])
  },
)

test('a recording that says it lasts longer than a hundred hours is not drawn, and the sentence says so', async () => {
  const seconds = claimingRecordings().find(({ name }) => name === 'a-sample-a-second.wav')!
  expect(await analysed(seconds.bytes)).toEqual({
    status: 'unavailable',
    why: 'The waveform cannot be drawn: the recording says that it lasts 139 hours, and 100 hours are the most. Sound and transcript work as usual.',
  })
})

test('why a recording of claims is not played is found in its first bytes', async () => {
  const diagnose = createDiagnosis({
    download: () => Promise.reject(new Error('nothing is downloaded')),
    convertLayerTwo: () => Promise.resolve(null),
  })
  for (const { name, bytes } of claimingRecordings()) {
    const source = { kind: 'file' as const, blob: new Blob([bytes]) }
    const recording = {
      name,
      key: name,
      address: 'blob:a',
      sharedAddress: null,
      source,
      release() {},
    }
    const memory = await memoryOf(() =>
      diagnose(recording, 'unsupported', {
        signal: new AbortController().signal,
        isLast: false,
        onProgress() {},
        onWait() {},
      }),
    )
    expect(memory, name).toBeLessThan(mostMemory)
  }
  expect(rejections).toEqual([])
})
