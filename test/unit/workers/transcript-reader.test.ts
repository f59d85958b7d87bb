import { afterEach, describe, expect, test } from 'vitest'
import { createTranscriptReader } from '#workers/transcript-reader.ts'
import { endFakeWorkers, eventually, stubWorkers } from './fake-worker.ts'
import { endWorkerModules, runWorkerModules } from './worker-modules.ts'

afterEach(() => {
  endFakeWorkers()
  endWorkerModules()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const subRip = '1\n00:00:01,000 --> 00:00:02,500\nGood morning\n'
/** So much that it is read in a worker; the blanks change nothing in a subtitle file. */
const large = (text: string) => bytesOf(text + '\n'.repeat(300_000))
const { signal } = new AbortController()

describe('the reader of transcripts, with its worker', () => {
  test('reads a large file in the worker and transfers its bytes', async () => {
    const running = runWorkerModules()
    const bytes = large(subRip)
    const result = await createTranscriptReader().read(bytes, { fileName: 'talk.srt' }, signal)
    expect(bytes.byteLength).toBe(0)
    expect(result).toMatchObject({
      format: 'subrip',
      transcript: { segments: [{ text: 'Good morning', start: 1, end: 2.5 }] },
      problems: [],
    })
    expect(running).toEqual([{ script: 'transcript.worker.ts', isTerminated: false }])
  })

  test('gives words their times again', async () => {
    runWorkerModules()
    const words = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<00:01.000>Good <00:02.000>morning\n'
    const result = await createTranscriptReader().read(large(words), {}, signal)
    expect(result.transcript?.segments[0]?.words).toMatchObject([
      { from: 0, to: 4, start: 1 },
      { from: 5, to: 12, start: 2 },
    ])
  })

  test('has no transcript for a large file that is none, and says why', async () => {
    runWorkerModules()
    const result = await createTranscriptReader().read(new Uint8Array(300_000), {}, signal)
    expect(result.transcript).toBeNull()
    expect(result.problems).not.toEqual([])
  })

  test('reads a small file that is packed, whose content may be large, in the worker', async () => {
    const running = runWorkerModules()
    const { problems } = await createTranscriptReader().read(bytesOf('PK\u0003\u0004'), {}, signal)
    expect(running).toHaveLength(1)
    expect(problems).not.toEqual([])
  })

  test('reads several files in one worker', async () => {
    const running = runWorkerModules()
    const reader = createTranscriptReader()
    reader.prepare('one.srt', 300_000)
    const results = await Promise.all(
      ['one.srt', 'two.srt'].map((fileName) => reader.read(large(subRip), { fileName }, signal)),
    )
    expect(results.map(({ format }) => format)).toEqual(['subrip', 'subrip'])
    expect(running).toHaveLength(1)
  })
})

describe('the reader of transcripts, without a worker', () => {
  test('reads a small file', async () => {
    const running = runWorkerModules()
    const reader = createTranscriptReader()
    reader.prepare('talk.srt', subRip.length)
    const result = await reader.read(bytesOf(subRip), { fileName: 'talk.srt' }, signal)
    expect(result).toMatchObject({
      format: 'subrip',
      transcript: { segments: [{ text: 'Good morning', start: 1, end: 2.5 }] },
      problems: [],
    })
    expect(running).toEqual([])
  })

  test('has no transcript for bytes that are none, and says why', async () => {
    const result = await createTranscriptReader().read(new Uint8Array(0), {}, signal)
    expect(result.transcript).toBeNull()
    expect(result.problems).not.toEqual([])
  })

  test('rejects with the reason when it is aborted', async () => {
    const controller = new AbortController()
    const read = createTranscriptReader().read(bytesOf(subRip), {}, controller.signal)
    controller.abort(new Error('closed'))
    await expect(read).rejects.toThrow('closed')
  })
})

/** Workers whose reads stay pending; `asked` has the names of the files. */
function pendingReads() {
  const asked: (string | undefined)[] = []
  const finishing: (() => void)[] = []
  const workers = stubWorkers(() => ({
    prepareReader: () => undefined,
    readTranscript: async (_bytes: Uint8Array, hint: { fileName?: string }) => {
      asked.push(hint.fileName)
      return new Promise((resolve) => {
        finishing.push(() => resolve({ transcript: null, problems: [] }))
      })
    },
  }))
  return { workers, asked, finishOne: () => finishing.shift()!() }
}

describe('a read of a transcript', () => {
  test('that has been aborted before starts no worker', async () => {
    const { workers } = pendingReads()
    const read = createTranscriptReader().read(large('a'), {}, AbortSignal.abort('closed'))
    await expect(read).rejects.toBe('closed')
    expect(workers).toEqual([])
  })

  test('rejects with the reason when it is aborted; the next one has a new worker', async () => {
    const { workers, asked } = pendingReads()
    const reader = createTranscriptReader()
    const controller = new AbortController()
    const read = reader.read(large('a'), { fileName: 'a.srt' }, controller.signal)
    await eventually(() => expect(asked).toEqual(['a.srt']))
    controller.abort(new Error('closed'))
    await expect(read).rejects.toThrow('closed')
    expect(workers).toMatchObject([{ isTerminated: true }])
    void reader.read(large('b'), { fileName: 'b.srt' }, signal)
    await eventually(() => expect(asked).toEqual(['a.srt', 'b.srt']))
    expect(workers).toMatchObject([{ isTerminated: true }, { isTerminated: false }])
  })

  test('goes on when another one is aborted', async () => {
    const { asked, finishOne } = pendingReads()
    const reader = createTranscriptReader()
    const controller = new AbortController()
    const aborted = reader.read(large('a'), { fileName: 'a.srt' }, controller.signal)
    const other = reader.read(large('b'), { fileName: 'b.srt' }, signal)
    await eventually(() => expect(asked).toEqual(['a.srt', 'b.srt']))
    controller.abort('closed')
    await expect(aborted).rejects.toBe('closed')
    finishOne()
    finishOne()
    expect(await other).toEqual({ transcript: null, problems: [] })
  })

  test.each([
    {
      does: 'cannot be loaded',
      message: undefined,
      code: 'reader-not-loaded',
      detail: 'because a part of Earshot could not be loaded. Check the connection',
    },
    {
      does: 'breaks',
      message: 'Uncaught RangeError: out of memory',
      code: 'reader-broke',
      detail: '(Uncaught RangeError: out of memory)',
    },
  ])('whose worker $does has a problem that says so', async ({ message, code, detail }) => {
    const { workers } = pendingReads()
    const reader = createTranscriptReader()
    const read = reader.read(large('a'), { fileName: 'a.srt' }, signal)
    await eventually(() => expect(workers).toHaveLength(1))
    workers[0]!.breakDown(message)
    const { transcript, problems } = await read
    expect(transcript).toBeNull()
    expect(problems).toMatchObject([{ code, severity: 'error' }])
    expect(problems[0]!.message).toContain('a.srt could not be read')
    expect(problems[0]!.message).toContain(detail)
  })

  test('in whose worker a part cannot be loaded says so, and is made again in a new worker', async () => {
    // As `readTranscript` reports it. Browsers may remember the failure as long as the worker lives.
    const message =
      'a.srt could not be read as PDF (Failed to fetch dynamically imported module: x.js).'
    const workers = stubWorkers((number) => ({
      readTranscript: () => ({
        transcript: null,
        problems: number === 0 ? [{ code: 'reader-failed', severity: 'error', message }] : [],
      }),
    }))
    const reader = createTranscriptReader()
    const { problems } = await reader.read(large('a'), { fileName: 'a.srt' }, signal)
    expect(problems).toMatchObject([{ code: 'reader-not-loaded' }])
    expect(problems[0]!.message).toBe(
      'a.srt could not be read, because a part of Earshot could not be loaded. Check the connection, then open the file again.',
    )
    const again = await reader.read(large('a'), { fileName: 'a.srt' }, signal)
    expect(again.problems).toEqual([])
    expect(workers).toMatchObject([{ isTerminated: true }, { isTerminated: false }])
  })

  test('in which the reader throws has a problem that names the error', async () => {
    stubWorkers(() => ({
      readTranscript() {
        throw new TypeError('x is not iterable')
      },
    }))
    const { problems } = await createTranscriptReader().read(large('a'), {}, signal)
    expect(problems[0]!.message).toContain('This file could not be read')
    expect(problems[0]!.message).toContain('(TypeError: x is not iterable)')
  })

  test('has a new worker after one has failed while preparing, without an unhandled rejection', async () => {
    const { workers, asked } = pendingReads()
    const reader = createTranscriptReader()
    reader.prepare('a.srt', 300_000)
    await eventually(() => expect(workers).toHaveLength(1))
    workers[0]!.breakDown()
    void reader.read(large('a'), { fileName: 'a.srt' }, signal)
    await eventually(() => expect(asked).toEqual(['a.srt']))
    expect(workers).toHaveLength(2)
  })
})

test('a disposed reader of transcripts has no worker', async () => {
  const { workers } = pendingReads()
  const reader = createTranscriptReader()
  reader.dispose()
  const other = createTranscriptReader()
  other.prepare('a.srt', 300_000)
  await eventually(() => expect(workers).toHaveLength(1))
  other.dispose()
  await eventually(() => expect(workers).toMatchObject([{ isTerminated: true }]))
})
