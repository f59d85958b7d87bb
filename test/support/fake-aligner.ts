import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  LineIssue,
} from '#alignment/alignment-result.ts'
import type {
  AlignmentClient,
  AlignmentReports,
  DraftRequest,
  DraftedStep,
} from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'

/** The edge of alignments, in the hand of a test: what the worker would find, when the test says so. */
export interface FakeRun {
  readonly order: AlignmentOrder
  readonly place: RecordingSource
  readonly isStopped: boolean
  /** Finds the words of the next `lines` lines, each line beginning at these moments, a word each half second. */
  hear(starts: readonly (number | null)[], confidence?: number): void
  /** The next line is not spoken: a sound. */
  pass(): void
  end(outcome?: AlignmentOutcome): Promise<void>
  fail(error: Error): Promise<void>
}

export interface FakeDraft {
  readonly request: DraftRequest<RecordingSource>
  isStopped: boolean
  write(step: Pick<DraftedStep, 'heardUntil' | 'lines'> & Partial<DraftedStep>): void
  end(): Promise<void>
  fail(error: Error): Promise<void>
}

const aligned: AlignmentOutcome = {
  kind: 'aligned',
  method: 'heard',
  tally: { sure: 3, unsure: 2, notHeard: 1 },
}

export function createFakeAligner() {
  const runs: FakeRun[] = []
  const drafts: FakeDraft[] = []
  const client: AlignmentClient<RecordingSource> = {
    begin({ order, place }, reports) {
      let resolve: (outcome: AlignmentOutcome) => void = () => {}
      let reject: (error: Error) => void = () => {}
      const outcome = new Promise<AlignmentOutcome>((done, fail) => {
        resolve = done
        reject = fail
      })
      const run = fakeRun({ order, place }, reports, { resolve, reject })
      runs.push(run)
      return { outcome, stop: () => run.stop() }
    },
    draft(request, { onStep }) {
      let end: () => void = () => {}
      let reject: (error: Error) => void = () => {}
      const outcome = new Promise<void>((done, fail) => {
        end = done
        reject = fail
      })
      const draft: FakeDraft = {
        request,
        isStopped: false,
        write: (step) => {
          if (!draft.isStopped) onStep({ words: [], issues: [], ...step })
        },
        end() {
          end()
          return settled()
        },
        fail(error) {
          reject(error)
          return settled()
        },
      }
      drafts.push(draft)
      return { outcome, stop: () => void (draft.isStopped = true) }
    },
  }
  return {
    client,
    runs,
    drafts,
    get last() {
      const run = runs.at(-1)
      if (!run) throw new Error('fake-aligner: nothing has begun')
      return run
    },
  }
}

function fakeRun(
  { order, place }: { order: AlignmentOrder; place: RecordingSource },
  { onStep }: AlignmentReports,
  settle: { resolve(outcome: AlignmentOutcome): void; reject(error: Error): void },
) {
  let isStopped = false
  let line = order.soFar?.decidedLines ?? 0
  let heardUntil = order.soFar?.heardUntil ?? order.range?.start ?? 0
  const step = (words: readonly AlignedWord[], issues: readonly LineIssue[]) => {
    if (!isStopped) onStep({ heardUntil, decidedLines: line, words, issues })
  }
  return {
    order,
    place,
    get isStopped() {
      return isStopped
    },
    stop() {
      isStopped = true
    },
    hear(starts: readonly (number | null)[], confidence = 0.9) {
      for (const start of starts) {
        const { text } = order.script.lines[line]!
        if (start === null) {
          line++
          step([], [{ line: line - 1, from: 0, to: text.length, reason: 'not-heard' }])
          continue
        }
        const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: word }, at) => ({
          line,
          from: index,
          to: index + word.length,
          start: start + at * 0.5,
          end: start + at * 0.5 + 0.4,
          confidence,
        }))
        heardUntil = start + words.length * 0.5
        line++
        step(words, [])
      }
    },
    pass() {
      line++
      step([], [])
    },
    end(outcome = aligned) {
      settle.resolve(outcome)
      return settled()
    },
    fail(error: Error) {
      settle.reject(error)
      return settled()
    },
  }
}

/** All that follows at once has followed. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
