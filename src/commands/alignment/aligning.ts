import type { AlignmentOutcome } from '#alignment/aligned.ts'
import { nothingKnown } from '#alignment/known-timing.ts'
import type { AlignmentPurpose, AlignmentResult, TimeAnchor } from '#state/alignment-slice.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'
import * as trouble from './alignment-trouble.ts'
import { comparePlaces, withAnchor } from './anchors.ts'
import type { Between } from './anchors.ts'
import { beginAlignment } from './begin-alignment.ts'
import type { Progress } from './begin-alignment.ts'
import { compareTiming } from './compare-timing.ts'
import { createDrafting } from './drafting.ts'
import { languageOfText } from './language-of-text.ts'
import { nameOfLanguage } from './language-name.ts'
import type { Timing } from './packed-timing.ts'
import { createPaced } from './paced.ts'
import { nothingYet, partRound } from './part-of-timing.ts'
import { createTimings } from './timings.ts'
import type { WrittenText } from './timings.ts'
import { watchOpened } from './watch-opened.ts'

/** Milliseconds between two looks at what has been found, and between two times that it is kept. */
const showEveryMs = 1_000
const keepEveryMs = 10_000

interface Running {
  readonly text: WrittenText
  readonly purpose: AlignmentPurpose
  readonly part: Between | null
  /** What to do when a part is done: what it came in between of. */
  readonly next: AlignmentPurpose | null
  halt(): void
}

/** The work behind `Alignments`, loaded when there is some. */
export function createAligning(ports: AlignmentPorts): Alignments {
  const { store, opener } = ports
  const timings = createTimings(ports)
  const drafting = createDrafting(ports)
  let running: Running | null = null
  let checked: { readonly text: WrittenText; readonly timing: Timing } | null = null

  const report = store.getState().alignmentReported
  const { timingReported } = store.getState()

  function begin(
    text: WrittenText,
    {
      purpose,
      timing,
      part = null,
      next = null,
    }: {
      purpose: AlignmentPurpose
      timing: Timing
      part?: Between | null
      next?: AlignmentPurpose | null
    },
  ) {
    const place = opener.soundPlace
    if (!place) return
    halt()
    checked = null
    const before = timings.of(text)
    const isShown = purpose !== 'check'
    const written = text.transcript
    const spokenIn = languageOfText(written, store.getState())
    if (spokenIn.by === 'nobody') sayLanguage(spokenIn.language)
    let last: Progress | null = null

    function noteFound() {
      if (last && isShown) timings.note(text, { ...timing, known: last.known })
    }
    const showing = createPaced(() => {
      if (!last || opener.texts.shown?.transcript !== written) return
      opener.texts.giveTimes(text.id, last.transcript())
      timingReported({ anchors: timing.anchors, isTimedAnew: true })
    }, showEveryMs)
    const keeping = createPaced(() => {
      noteFound()
      void timings.keep(text)
    }, keepEveryMs)
    function end() {
      showing.cancel()
      keeping.cancel()
      running = null
    }

    function onEnd(outcome: AlignmentOutcome, progress: Progress) {
      end()
      if (outcome.kind === 'refused') {
        timings.note(text, before)
        if (isShown) timings.show(text)
        const problem = part ? trouble.notBetween : trouble.refused(outcome.why)
        return report({ status: 'failed', purpose, problem })
      }
      const isComplete = part ? timing.isComplete : true
      const found: Timing = { ...timing, known: progress.known, isComplete }
      if (purpose === 'check') return reportCheck(text, { timing: found, progress })
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
        if (part) timings.note(text, before)
        else noteFound()
        if (isShown) settle(text, timings.of(text))
        report({ status: 'failed', purpose, problem: trouble.notFound(why) })
      },
    })
    running = {
      text,
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

  /** Shows what is known now, and keeps it. */
  function settle(text: WrittenText, timing: Timing) {
    timings.note(text, timing)
    timings.show(text)
    void timings.keep(text)
  }

  /** What has been found stays; nothing is said. */
  function halt() {
    running?.halt()
    drafting.halt()
  }

  function reportCheck(
    text: WrittenText,
    { timing, progress }: { timing: Timing; progress: Progress },
  ) {
    const { document } = store.getState()
    if (document.status !== 'open') return
    checked = { text, timing }
    const heard = progress.transcript()
    const result = compareTiming(document.lines, { written: document.transcript, heard })
    report({ status: 'done', purpose: 'check', result })
  }

  /** Where an alignment of the text stands, when nobody works on it. */
  function reportStanding(text: WrittenText | null) {
    const stoppedAt = text && drafting.stoppedAt(text.transcript)
    if (stoppedAt !== null) {
      const duration = currentDuration()
      return report({ status: 'interrupted', purpose: 'draft', heardUntil: stoppedAt, duration })
    }
    const timing = text && timings.of(text)
    const known = timing?.known ?? nothingKnown
    if (!timing || timing.isComplete || known.heardUntil === 0) return report({ status: 'idle' })
    const purpose = timing.keepsWritten ? 'word-times' : 'words'
    const { heardUntil } = known
    report({ status: 'interrupted', purpose, heardUntil, duration: timing.duration })
  }

  function sayLanguage(language: string) {
    const name = nameOfLanguage(language)
    store
      .getState()
      .statusAnnounced(`The text is taken to be in ${name}; another language can be chosen.`)
  }

  /** From the beginning. */
  function beginAfresh(purpose: AlignmentPurpose) {
    const text = opener.texts.shown
    if (!text) return
    halt()
    const { anchors, duration } = timings.of(text)
    const keepsWritten = purpose === 'word-times'
    begin(text, {
      purpose,
      timing: { ...nothingYet(keepsWritten), anchors, duration: currentDuration() || duration },
    })
  }
  function currentDuration() {
    const { recording } = store.getState()
    return recording.status === 'open' ? recording.duration : 0
  }

  function anchorsChanged(
    text: WrittenText,
    { anchors, around }: { anchors: readonly TimeAnchor[]; around: TimeAnchor },
  ) {
    const cut = running?.part ? running.next : (running?.purpose ?? null)
    const resumed = cut === 'words' || cut === 'word-times' ? cut : null
    halt()
    const timing: Timing = { ...timings.of(text), anchors }
    settle(text, timing)
    const { isComplete, known, keepsWritten } = timing
    const isDecided = isComplete || comparePlaces(around, known.undecided) < 0
    const hasOwnTimes = keepsWritten && text.transcript.timing !== 'none'
    const { document } = store.getState()
    if (document.status !== 'open') return
    if (isDecided || (hasOwnTimes && !resumed)) {
      const part = partRound(around, { timing, shown: document.transcript })
      begin(text, { purpose: 'between-anchors', timing, part, next: resumed })
    } else if (resumed) begin(text, { purpose: resumed, timing })
    else reportStanding(text)
  }

  const endWatching = watchOpened(ports, {
    onOther(isOtherRecording) {
      // A draft is another text with its first line.
      const now = opener.texts.shown?.transcript ?? null
      if (!isOtherRecording && drafting.isWriting(now)) return
      halt()
      checked = null
      if (isOtherRecording) timings.forget()
      const text = opener.texts.shown
      if (text) {
        const { anchors, known } = timings.of(text)
        timingReported({ anchors, isTimedAnew: known.words.length > 0 })
      } else timingReported({ anchors: [], isTimedAnew: false })
      store.getState().alignmentLanguageChanged(null)
      reportStanding(text)
    },
    async onReady() {
      const text = opener.texts.shown
      if (!text || running || timings.of(text).known.heardUntil > 0) return
      const isRestored = await timings.restore(text)
      if (opener.texts.shown?.transcript !== text.transcript || running) return
      if (isRestored) return reportStanding(text)
      const { preferences } = store.getState()
      const isUntimed = text.transcript.timing === 'none'
      if (preferences.findWordsByItself && isUntimed) beginAfresh('words')
    },
    onWithoutText: () => void drafting.restore(),
  })

  return {
    findWords: () => beginAfresh('words'),
    findWordTimes: () => beginAfresh('word-times'),
    checkTiming: () => beginAfresh('check'),
    acceptTiming() {
      if (!checked) return
      const { text, timing } = checked
      checked = null
      settle(text, timing)
      report({ status: 'idle' })
      store.getState().statusAnnounced('The text has the new times')
    },
    undoTiming() {
      const text = opener.texts.shown
      if (!text) return
      halt()
      const { anchors, duration } = timings.of(text)
      settle(text, { ...nothingYet(text.transcript.timing !== 'none'), anchors, duration })
      report({ status: 'idle' })
      store.getState().statusAnnounced('The text has the times of its file')
    },
    writeDraft() {
      halt()
      drafting.write()
    },
    stop() {
      const wasDrafting = drafting.halt()
      if (!running && !wasDrafting) return
      halt()
      reportStanding(opener.texts.shown)
      store.getState().statusAnnounced('Stopped')
    },
    resume() {
      const text = opener.texts.shown
      const { alignment } = store.getState()
      if (!text || (alignment.status !== 'interrupted' && alignment.status !== 'failed')) return
      const { purpose } = alignment
      if (purpose === 'draft') return drafting.write()
      const isOfAll = purpose === 'words' || purpose === 'word-times'
      if (!isOfAll) return purpose === 'check' ? beginAfresh('check') : reportStanding(text)
      begin(text, { purpose, timing: timings.of(text) })
    },
    setLineStart(line, time) {
      const text = opener.texts.shown
      const { document } = store.getState()
      const place = document.status === 'open' ? document.lines[line] : undefined
      if (!text || !place) return
      const around = { segment: place.segment, from: place.offset ?? 0, time }
      anchorsChanged(text, { anchors: withAnchor(timings.of(text).anchors, around), around })
    },
    removeAnchor(line) {
      const text = opener.texts.shown
      const { document } = store.getState()
      if (!text || document.status !== 'open') return
      const place = document.lines[line]
      const next = document.lines[line + 1]
      if (!place) return
      const { anchors } = timings.of(text)
      const isInLine = (anchor: TimeAnchor) =>
        comparePlaces(anchor, { segment: place.segment, from: place.offset ?? 0 }) >= 0 &&
        (!next || comparePlaces(anchor, { segment: next.segment, from: next.offset ?? 0 }) < 0)
      const around = anchors.find(isInLine)
      if (!around) return
      anchorsChanged(text, { anchors: anchors.filter((anchor) => !isInLine(anchor)), around })
      store.getState().statusAnnounced('Anchor removed')
    },
    dispose() {
      endWatching()
      halt()
    },
  }
}
