import { afterEach, describe, expect, test } from 'vitest'
import type { AlignmentOutcome, AlignmentStep } from '#alignment/alignment-result.ts'
import type { AlignmentRequest, DraftRequest } from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createAlignmentClient } from '#workers/alignment-client.ts'
import { endFakeWorkers, eventually, stubWorkers } from './fake-worker.ts'

afterEach(endFakeWorkers)

const recording: RecordingSource = { kind: 'file', blob: new Blob([]) }
const request: AlignmentRequest<RecordingSource> = {
  place: recording,
  order: { script: { language: 'en', lines: [] }, anchors: [], duration: 10, soFar: null },
  base: 'https://a.example/',
}
const draftRequest: DraftRequest<RecordingSource> = {
  place: recording,
  base: 'https://a.example/',
  duration: 10,
  soFar: null,
}

const stepAt = (time: number): AlignmentStep => ({
  heardUntil: time,
  decidedLines: 0,
  words: [],
  issues: [],
})
const aligned: AlignmentOutcome = {
  kind: 'aligned',
  method: 'heard',
  tally: { sure: 3, unsure: 1, notHeard: 0 },
}

type Report<Value> = (value: Value) => Promise<void>
type Work = (onLoading: Report<number>, onStep: Report<AlignmentStep>) => Promise<unknown>

/** Workers for both kinds of request, which do this. */
function workersThat(work: Work) {
  const requests: unknown[] = []
  const act = async (
    given: unknown,
    onLoading: Report<number>,
    onStep: Report<AlignmentStep>,
  ): Promise<unknown> => {
    requests.push(given)
    return work(onLoading, onStep)
  }
  const workers = stubWorkers((_, script) =>
    script === 'draft.worker.ts' ? { draft: act } : { align: act },
  )
  return { workers, requests }
}

/** What the page is given, in order: progress as numbers, steps as text. */
function collectReports() {
  const reports: (number | string)[] = []
  return {
    reports,
    onLoading: (progress: number) => void reports.push(progress),
    onStep: ({ heardUntil }: Pick<AlignmentStep, 'heardUntil'>) =>
      void reports.push(`until ${heardUntil}`),
  }
}

const never = async () => new Promise<never>(() => undefined)

describe('an alignment', () => {
  test('reports loading and steps, resolves with its outcome, and its worker is terminated', async () => {
    const { workers, requests } = workersThat(async (onLoading, onStep) => {
      await onLoading(0.5)
      await onLoading(1)
      await onStep(stepAt(0))
      await onStep(stepAt(10))
      return aligned
    })
    const { reports, ...callbacks } = collectReports()
    const { outcome } = createAlignmentClient().begin(request, callbacks)
    expect(await outcome).toEqual(aligned)
    expect(reports).toEqual([0.5, 1, 'until 0', 'until 10'])
    expect(requests).toMatchObject([{ base: request.base, order: request.order }])
    expect(workers).toMatchObject([{ script: 'alignment.worker.ts', isTerminated: true }])
  })

  test('reports no loading after its first step', async () => {
    workersThat(async (onLoading, onStep) => {
      await onStep(stepAt(0))
      await onLoading(0.9)
      return aligned
    })
    const { reports, ...callbacks } = collectReports()
    await createAlignmentClient().begin(request, callbacks).outcome
    expect(reports).toEqual(['until 0'])
  })

  test('that is stopped terminates its worker at once; it never settles, and reports nothing more', async () => {
    const callbacksOfWorker: Parameters<Work>[] = []
    const { workers } = workersThat(async (...reports) => {
      callbacksOfWorker.push(reports)
      return never()
    })
    const { reports, ...callbacks } = collectReports()
    const { outcome, stop } = createAlignmentClient().begin(request, callbacks)
    let isSettled = false
    const settle = () => (isSettled = true)
    outcome.then(settle, settle)
    await eventually(() => expect(callbacksOfWorker).toHaveLength(1))
    stop()
    expect(workers).toMatchObject([{ isTerminated: true }])
    const [onLoading, onStep] = callbacksOfWorker[0]!
    // Messages that were on their way. Awaiting them waits until the page has got them.
    await onLoading(0.5)
    await onStep(stepAt(5))
    expect(reports).toEqual([])
    expect(isSettled).toBe(false)
  })

  test('rejects with the message of what its worker throws', async () => {
    const { workers } = workersThat(async () => {
      throw new Error('the recording is protected')
    })
    const { outcome } = createAlignmentClient().begin(request, collectReports())
    await expect(outcome).rejects.toThrow(/^the recording is protected$/)
    expect(workers).toMatchObject([{ isTerminated: true }])
  })

  test.each([
    ['cannot be loaded', undefined, 'the part of Earshot that does this could not be loaded'],
    ['breaks', 'out of memory', 'out of memory'],
  ])('rejects if its worker %s', async (_, given, message) => {
    const { workers } = workersThat(never)
    const { outcome } = createAlignmentClient().begin(request, collectReports())
    workers[0]!.breakDown(given)
    await expect(outcome).rejects.toThrow(message)
    expect(workers).toMatchObject([{ isTerminated: true }])
  })

  test('has a worker of its own', () => {
    const { workers } = workersThat(never)
    const client = createAlignmentClient()
    const first = client.begin(request, collectReports())
    client.begin(request, collectReports())
    first.stop()
    expect(workers).toMatchObject([{ isTerminated: true }, { isTerminated: false }])
  })
})

describe('a draft transcript', () => {
  test('reports loading and steps, and its worker is terminated', async () => {
    const { workers, requests } = workersThat(async (onLoading, onStep) => {
      await onLoading(1)
      await onStep(stepAt(10))
    })
    const { reports, ...callbacks } = collectReports()
    await createAlignmentClient().draft(draftRequest, callbacks).outcome
    expect(reports).toEqual([1, 'until 10'])
    expect(requests).toMatchObject([{ duration: 10 }])
    expect(workers).toMatchObject([{ script: 'draft.worker.ts', isTerminated: true }])
  })

  test('can be stopped', () => {
    const { workers } = workersThat(never)
    createAlignmentClient().draft(draftRequest, collectReports()).stop()
    expect(workers).toMatchObject([{ isTerminated: true }])
  })
})
