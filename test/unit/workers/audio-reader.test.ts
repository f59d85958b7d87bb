import { afterEach, describe, expect, test } from 'vitest'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { createAudioReader } from '#workers/audio-reader.ts'
import { silentMp3 } from '../../support/silent-mp3.ts'
import { waveOf } from '../cli/demo-excerpt.ts'
import { endFakeWorkers, eventually, stubWorkers } from './fake-worker.ts'
import { endWorkerModules, runWorkerModules } from './worker-modules.ts'

afterEach(() => {
  endFakeWorkers()
  endWorkerModules()
})

const sampleRate = 8000
/** Three seconds, of which the second one is loud. */
const loudInTheMiddle = () => {
  const samples = Array.from({ length: 3 * sampleRate }, (_, at) =>
    at >= sampleRate && at < 2 * sampleRate ? 0.5 : 0,
  )
  return waveOf(samples, sampleRate)
}
const fileOf = (bytes: Uint8Array) => ({
  kind: 'file' as const,
  blob: new Blob([new Uint8Array(bytes)]),
})

describe('the reader of audio, with its workers', () => {
  test('says what the recording is', async () => {
    const running = runWorkerModules()
    const info = await createAudioReader(fileOf(loudInTheMiddle())).open()
    expect(info).toMatchObject({ container: 'WAVE', duration: 3, sampleRate, channels: 1 })
    expect(running).toEqual([{ script: 'audio.worker.ts', isTerminated: false }])
  })

  test('computes peaks in several workers at once, each call its own part', async () => {
    const running = runWorkerModules({ cores: 2 })
    const reader = createAudioReader(fileOf(loudInTheMiddle()))
    const parts = await Promise.all(
      [0, 100, 200].map((first) => reader.peaks({ first, count: 100 })),
    )
    expect(parts.map((peaks) => Math.max(...peaks))).toEqual([0, 128, 0])
    expect(running).toHaveLength(2)
  })

  test('counts frames, reports how far it is, and makes a file in which seeks are exact', async () => {
    runWorkerModules({ cores: 1 })
    const reader = createAudioReader(fileOf(silentMp3(2)))
    const progress: number[] = []
    const counted = await reader.countFrames((done) => void progress.push(done))
    expect(counted?.kind).toBe('counted')
    if (counted?.kind !== 'counted') return
    await eventually(() => expect(progress.at(-1)).toBe(1))
    reader.setFrameIndex(counted.index)
    expect(await reader.seekableFile(counted.index)).toMatchObject({ kind: expect.any(String) })
    expect(await reader.peaks({ first: 0, count: 10 })).toEqual(new Uint8Array(10))
  })

  test('gives a recording the same fingerprint each time', async () => {
    runWorkerModules({ cores: 1 })
    const [one, same] = await Promise.all(
      [1, 2].map(async () => createAudioReader(fileOf(loudInTheMiddle())).fingerprint()),
    )
    expect(one).toMatch(/\w/)
    expect(same).toBe(one)
  })

  test('finds silences', async () => {
    runWorkerModules({ cores: 1 })
    const finest = Uint8Array.from({ length: 1000 }, (_, at) => (at >= 400 && at < 600 ? 1 : 180))
    const silences = await createAudioReader(fileOf(loudInTheMiddle())).detectSilences(finest)
    expect(silences).toHaveLength(1)
  })

  test('rejects everything if the recording cannot be opened', async () => {
    runWorkerModules()
    const reader = createAudioReader(fileOf(new TextEncoder().encode('no audio at all')))
    const reason = await reader.open().catch((error: unknown) => error)
    expect(reason).toBeInstanceOf(Error)
    await expect(reader.peaks({ first: 0, count: 1 })).rejects.toBe(reason)
  })
})

/** Workers whose peaks stay pending. */
function pendingPeaks({ cores = 2 } = {}) {
  const opened: { index: FrameIndex | null }[] = []
  const indexes: FrameIndex[][] = []
  const firsts: number[][] = []
  const finishing: (() => void)[][] = []
  const workers = stubWorkers(
    (number) => {
      indexes.push([])
      firsts.push([])
      finishing.push([])
      return {
        open: (_recording: unknown, index: FrameIndex | null) => {
          opened.push({ index })
          return { container: 'WAVE' }
        },
        setFrameIndex: (index: FrameIndex) => void indexes[number]!.push(index),
        peaks: async ({ first }: { first: number }) => {
          firsts[number]!.push(first)
          return new Promise((resolve) => {
            finishing[number]!.push(() => resolve(Uint8Array.of(first)))
          })
        },
      }
    },
    { cores },
  )
  return { workers, opened, indexes, firsts, finishing }
}

const recording = fileOf(new Uint8Array(0))
const index = { starts: Float64Array.of(0, 417) } as unknown as FrameIndex

describe('the workers of a reader of audio', () => {
  test.each([
    [0, 1],
    [1, 1],
    [3, 3],
    [16, 4],
  ])('are, with %i cores, at most %i', (cores, count) => {
    stubWorkers(() => null, { cores })
    expect(createAudioReader(recording).workerCount).toBe(count)
  })

  test('know the frame index whether they have started before it or after', async () => {
    const { opened, indexes } = pendingPeaks()
    const reader = createAudioReader(recording)
    await reader.open()
    reader.setFrameIndex(index)
    await eventually(() => expect(indexes).toEqual([[index]]))
    void reader.peaks({ first: 0, count: 1 })
    void reader.peaks({ first: 1, count: 1 })
    await eventually(() => expect(opened).toEqual([{ index: null }, { index }]))
  })

  test('take over the sections of one that breaks', async () => {
    const { workers, firsts, finishing } = pendingPeaks()
    const reader = createAudioReader(recording)
    const both = Promise.all([7, 8].map((first) => reader.peaks({ first, count: 1 })))
    await eventually(() => expect(firsts).toEqual([[7], [8]]))
    workers[1]!.breakDown('out of memory')
    await eventually(() => expect(firsts[0]).toEqual([7, 8]))
    for (const finish of finishing[0]!) finish()
    expect(await both).toEqual([Uint8Array.of(7), Uint8Array.of(8)])
  })

  test('reject if they cannot be loaded, and are not tried again', async () => {
    const workers = stubWorkers(() => null, { cores: 4 })
    const reader = createAudioReader(recording)
    const opening = reader.open()
    workers[0]!.breakDown()
    await expect(opening).rejects.toThrow('the reader of sound could not be loaded')
    await expect(reader.fingerprint()).rejects.toThrow('the reader of sound could not be loaded')
    expect(workers).toHaveLength(1)
  })

  test('reject with the name of an error, by which a server without ranges is known', async () => {
    stubWorkers(() => ({
      open() {
        throw Object.assign(new Error('no ranges'), { name: 'NoRanges' })
      },
    }))
    await expect(createAudioReader(recording).open()).rejects.toMatchObject({ name: 'NoRanges' })
  })

  test('are terminated when the reader is disposed of, and nothing settles', async () => {
    const { workers, firsts } = pendingPeaks()
    const reader = createAudioReader(recording)
    let isSettled = false
    const settle = () => (isSettled = true)
    for (const first of [7, 8]) void reader.peaks({ first, count: 1 }).then(settle, settle)
    await eventually(() => expect(firsts).toEqual([[7], [8]]))
    reader.dispose()
    expect(workers).toMatchObject([{ isTerminated: true }, { isTerminated: true }])
    void reader.open().then(settle, settle)
    // Another reader opens meanwhile, so everything that could settle in this one has settled.
    await createAudioReader(recording).open()
    expect(isSettled).toBe(false)
  })
})
