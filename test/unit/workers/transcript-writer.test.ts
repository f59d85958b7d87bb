import { afterEach, describe, expect, test } from 'vitest'
import { writeTranscriptInWorker } from '#workers/transcript-writer.ts'
import { spoken } from '../../support/transcripts.ts'
import { endFakeWorkers, eventually, stubWorkers } from './fake-worker.ts'
import { endWorkerModules, runWorkerModules } from './worker-modules.ts'

afterEach(() => {
  endFakeWorkers()
  endWorkerModules()
})

const talk = spoken('0 Good 0.4 morning 0.9 | 5 Hello 5.5')

describe('a transcript written in a worker', () => {
  test('is the text of a file, and the worker is terminated', async () => {
    const running = runWorkerModules()
    const result = await writeTranscriptInWorker(talk, 'webvtt', { fileName: 'talk.mp3' })
    expect(result).toMatchObject({ fileName: 'talk.vtt', mimeType: 'text/vtt' })
    expect(result.text).toMatch(/00:00:05\.000 --> 00:00:05\.500\n.*Hello/)
    expect(running).toEqual([{ script: 'writer.worker.ts', isTerminated: true }])
  })

  test('keeps the times of its words, and the page keeps the transcript', async () => {
    runWorkerModules()
    const before = structuredClone(talk)
    const result = await writeTranscriptInWorker(talk, 'webvtt', {})
    expect(result.text).toContain('<00:00:00.400>morning')
    expect(talk).toEqual(before)
  })

  test('has a problem in a format that is not known', async () => {
    const running = runWorkerModules()
    const { problems, text } = await writeTranscriptInWorker(talk, 'wax', {})
    expect(text).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'format-unknown' }])
    expect(running).toMatchObject([{ isTerminated: true }])
  })
})

describe('the worker of a writer of transcripts', () => {
  test.each([
    ['cannot be loaded', undefined, 'the writer of transcripts could not be loaded'],
    ['breaks', 'out of memory', 'out of memory'],
  ])('that %s rejects, and is terminated', async (_, given, message) => {
    const asked: string[] = []
    const workers = stubWorkers(() => ({
      write: async (_packed: unknown, formatId: string) => {
        asked.push(formatId)
        return new Promise(() => undefined)
      },
    }))
    const written = writeTranscriptInWorker(talk, 'webvtt', {})
    await eventually(() => expect(asked).toEqual(['webvtt']))
    workers[0]!.breakDown(given)
    await expect(written).rejects.toThrow(message)
    expect(workers).toMatchObject([{ isTerminated: true }])
  })
})
