import { afterEach, describe, expect, test } from 'vitest'
import { readPeaksInWorker } from '#workers/peaks-reader.ts'
import { endFakeWorkers, eventually, stubWorkers } from './fake-worker.ts'
import { endWorkerModules, runWorkerModules } from './worker-modules.ts'

afterEach(() => {
  endFakeWorkers()
  endWorkerModules()
})

const { signal } = new AbortController()
const textBytes = (text: string) => new TextEncoder().encode(text)

/** A second of peaks as audiowaveform writes them, ten a second. */
function peaksFile(): Uint8Array<ArrayBuffer> {
  const data = Array.from({ length: 10 }, (_, at) => [-at, at * 10]).flat()
  const header = { version: 2, channels: 1, sample_rate: 8000, samples_per_pixel: 800, bits: 8 }
  return textBytes(JSON.stringify({ ...header, length: 10, data }))
}

describe('a file of peaks read in a worker', () => {
  test('gives its peaks; its bytes are transferred, and the worker is terminated', async () => {
    const running = runWorkerModules()
    const bytes = peaksFile()
    const read = await readPeaksInWorker(bytes, 'talk.json', signal)
    expect(bytes.byteLength).toBe(0)
    expect(read).toMatchObject({ ok: true, name: 'talk.json', duration: 1, isCoarse: true })
    expect(read.ok && read.peaks).toBeInstanceOf(Uint8Array)
    expect(running).toEqual([{ script: 'peaks.worker.ts', isTerminated: true }])
  })

  test('is refused with a sentence if it has no peaks', async () => {
    const running = runWorkerModules()
    const read = await readPeaksInWorker(textBytes('<!doctype html>'), 'talk.dat', signal)
    expect(read).toMatchObject({ ok: false, why: expect.stringContaining('talk.dat') as string })
    expect(running).toMatchObject([{ isTerminated: true }])
  })
})

/** Workers that never answer; `asked` has the names of the files. */
function silentWorkers() {
  const asked: string[] = []
  const workers = stubWorkers(() => ({
    readPeaks: async (_bytes: Uint8Array, name: string) => {
      asked.push(name)
      return new Promise(() => undefined)
    },
  }))
  return { asked, workers }
}

describe('the worker of a reader of peaks', () => {
  test('is not started for a signal that has aborted', async () => {
    const { workers } = silentWorkers()
    const read = readPeaksInWorker(peaksFile(), 'talk.json', AbortSignal.abort('closed'))
    await expect(read).rejects.toBe('closed')
    expect(workers).toEqual([])
  })

  test('is terminated by an abort, which rejects with its reason', async () => {
    const { workers, asked } = silentWorkers()
    const controller = new AbortController()
    const read = readPeaksInWorker(peaksFile(), 'talk.json', controller.signal)
    await eventually(() => expect(asked).toEqual(['talk.json']))
    controller.abort('closed')
    await expect(read).rejects.toBe('closed')
    expect(workers).toMatchObject([{ isTerminated: true }])
  })

  test('rejects if it cannot be loaded', async () => {
    const { workers } = silentWorkers()
    const read = readPeaksInWorker(peaksFile(), 'talk.json', signal)
    workers[0]!.breakDown()
    await expect(read).rejects.toThrow('the reader of peaks could not be loaded')
    expect(workers).toMatchObject([{ isTerminated: true }])
  })
})
