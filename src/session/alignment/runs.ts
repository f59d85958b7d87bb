import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import type { AlignmentPurpose, AlignmentResult } from '#state/alignment-slice.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import * as messages from './alignment-messages.ts'
import { comparePositions } from './anchors.ts'
import type { AnchorInterval } from './anchors.ts'
import { beginAlignment } from './begin-alignment.ts'
import type { RunProgress } from './begin-alignment.ts'
import { languageOfTranscript } from './language-of-transcript.ts'
import { languageName } from './language-name.ts'
import type { KnownTimes } from './packed-times.ts'
import { transcriptsIn } from './store-transcripts.ts'
import { createThrottled } from './throttle.ts'
import type { TimesByTranscript } from './times-by-transcript.ts'
import type { AlignableTranscript } from './store-transcripts.ts'

/** Milliseconds between two looks at what has been found, and between two times that it is kept. */
const showEveryMs = 1_000
const keepEveryMs = 10_000

/** What is to be found out of a text. */
export interface RunOrder {
  readonly purpose: AlignmentPurpose
  /** What is known already, to go on from. */
  readonly timing: KnownTimes
  readonly part?: AnchorInterval | null
  /** What to do when a part is done: what it came in between of. */
  readonly next?: AlignmentPurpose | null
}

/** Alignments of the open recording, one at a time. */
export interface Runs {
  readonly current: Pick<Required<RunOrder>, 'purpose' | 'part' | 'next'> | null
  begin(text: AlignableTranscript, order: RunOrder): void
  /** The last one once more, where it failed; false where there is none of this text. */
  again(text: AlignableTranscript): boolean
  /** What has been found stays; nothing is said. */
  halt(): void
  /** Shows what is known now, and keeps it. */
  settle(text: AlignableTranscript, timing: KnownTimes): void
}

/** `onChecked`: a check has heard this, and nothing has changed yet. */
export function createRuns(
  ports: AlignmentPorts,
  {
    timings,
    onChecked,
  }: {
    timings: TimesByTranscript
    onChecked: (
      text: AlignableTranscript,
      heard: { timing: KnownTimes; progress: RunProgress },
    ) => void
  },
): Runs {
  const { store, opener } = ports
  const { alignmentReported: report, timingReported } = store.getState()
  const texts = transcriptsIn(store)
  let running: (NonNullable<Runs['current']> & { halt(): void }) | null = null
  let failed: { readonly text: AlignableTranscript; readonly order: RunOrder } | null = null

  function settle(text: AlignableTranscript, timing: KnownTimes) {
    timings.note(text, timing)
    timings.show(text)
    void timings.keep(text)
  }

  function begin(text: AlignableTranscript, order: RunOrder) {
    const { purpose, timing, part = null, next = null } = order
    const place = opener.soundPlace
    if (!place) return
    running?.halt()
    failed = null
    const before = timings.of(text)
    const isShown = purpose !== 'check'
    const written = text.transcript
    const spokenIn = languageOfTranscript(written, store.getState())
    if (spokenIn.by === 'nobody') sayLanguage(spokenIn.language)
    let last: RunProgress | null = null

    /** What was known before is given up only for what reaches as far. */
    function noteFound() {
      if (!last || !isShown || before.isComplete) return
      const reachesAsFar = comparePositions(last.known.undecided, before.known.undecided) >= 0
      if (reachesAsFar) timings.note(text, { ...timing, known: last.known })
    }
    const showing = createThrottled(() => {
      if (!last || texts.shown?.transcript !== written) return
      texts.giveTimes(text.id, last.transcript())
      timingReported({ anchors: timing.anchors, isTimedAnew: true })
    }, showEveryMs)
    const keeping = createThrottled(() => {
      noteFound()
      void timings.keep(text)
    }, keepEveryMs)
    function end() {
      showing.cancel()
      keeping.cancel()
      running = null
    }

    function onEnd(outcome: AlignmentOutcome, progress: RunProgress) {
      end()
      if (outcome.kind === 'refused') {
        failed = { text, order }
        if (isShown) settle(text, before)
        const problem = part
          ? messages.notBetweenAnchorsMessage
          : messages.refusedMessage(outcome.why)
        return report({ status: 'failed', purpose, problem })
      }
      const isComplete = part ? timing.isComplete : true
      const found: KnownTimes = { ...timing, known: progress.known, isComplete }
      if (purpose === 'check') return onChecked(text, { timing: found, progress })
      settle(text, found)
      const { kind: _, method, tally } = outcome
      const result: AlignmentResult = { kind: 'timed', method, ...tally }
      report({ status: 'done', purpose, result })
      if (next) begin(text, { purpose: next, timing: found })
    }

    report({ status: 'loading-model', purpose, progress: 0 })
    const task = { purpose, written, language: spokenIn.language, place, timing, part }
    const stopRun = beginAlignment(ports, task, {
      onLoading: (progress) => report({ status: 'loading-model', purpose, progress }),
      onProgress(progress) {
        last = progress
        const { until, of } = progress.heard
        const { secondsLeft } = progress
        report({ status: 'running', purpose, heardUntil: until, duration: of, secondsLeft })
        if (!isShown || until === 0) return
        showing.ask()
        // A part that is half done leaves a hole: it is kept when it is whole.
        if (!part) keeping.ask()
      },
      onEnd,
      onFailure(why) {
        end()
        failed = { text, order }
        if (part) timings.note(text, before)
        else noteFound()
        if (isShown) settle(text, timings.of(text))
        report({ status: 'failed', purpose, problem: messages.notAlignedMessage(why) })
      },
    })
    running = {
      purpose,
      part,
      next,
      halt() {
        stopRun()
        end()
        if (part) timings.note(text, { ...before, anchors: timing.anchors })
        else noteFound()
        if (isShown) settle(text, timings.of(text))
      },
    }
  }

  function sayLanguage(language: string) {
    const name = languageName(language)
    store
      .getState()
      .statusAnnounced(`The text is taken to be in ${name}; another language can be chosen.`)
  }

  return {
    get current() {
      return running
    },
    begin,
    again(text) {
      if (failed?.text.transcript !== text.transcript) return false
      begin(text, failed.order)
      return true
    },
    halt: () => running?.halt(),
    settle,
  }
}
