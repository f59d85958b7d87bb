import { nothingKnown } from '#alignment/known-timing.ts'
import type { AlignmentPurpose } from '#state/alignment-slice.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'
import { createAnchoring } from './anchoring.ts'
import type { RunProgress } from './begin-alignment.ts'
import { compareTiming } from './compare-timing.ts'
import { createDrafting } from './drafting.ts'
import type { KnownTimes } from './packed-times.ts'
import { noTimes } from './part-of-times.ts'
import { createRuns } from './runs.ts'
import { transcriptsIn } from './store-transcripts.ts'
import { createTimesByTranscript } from './times-by-transcript.ts'
import type { AlignableTranscript } from './store-transcripts.ts'
import { watchOpened } from './watch-opened.ts'

/** The work behind `Alignments`, loaded when there is some. */
export function createAligning(ports: AlignmentPorts): Alignments {
  const { store } = ports
  const texts = transcriptsIn(store)
  const { alignmentReported: report, timingReported } = store.getState()
  const timings = createTimesByTranscript(ports)
  const drafting = createDrafting(ports)
  const runs = createRuns(ports, { timings, onChecked: reportCheck })
  const anchoring = createAnchoring(ports, { timings, runs, onNothingBegun: reportStanding })
  /** What the last check heard, until it is taken or something else begins. */
  let checked: { readonly text: AlignableTranscript; readonly timing: KnownTimes } | null = null

  /** What has been found stays; nothing is said. */
  function halt() {
    checked = null
    runs.halt()
    drafting.halt()
  }

  function reportCheck(
    text: AlignableTranscript,
    { timing, progress }: { timing: KnownTimes; progress: RunProgress },
  ) {
    const { document } = store.getState()
    if (document.status !== 'open') return
    checked = { text, timing }
    const heard = progress.transcript()
    const result = compareTiming(document.lines, { written: document.transcript, heard })
    report({ status: 'done', purpose: 'check', result })
  }

  /** Where an alignment of the text stands, when nobody works on it. */
  function reportStanding(text: AlignableTranscript | null) {
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

  /** From the beginning. */
  function beginAfresh(purpose: AlignmentPurpose) {
    const text = texts.shown
    if (!text) return
    halt()
    const { anchors, duration } = timings.of(text)
    const keepsWritten = purpose === 'word-times'
    runs.begin(text, {
      purpose,
      timing: {
        ...noTimes(keepsWritten),
        anchors,
        duration: currentDuration() || duration,
        language: store.getState().alignmentLanguage,
      },
    })
  }
  function currentDuration() {
    const { recording } = store.getState()
    return recording.status === 'open' ? recording.duration : 0
  }

  const endWatching = watchOpened(ports, {
    onOther(isOtherRecording) {
      // A draft is another text with its first line.
      const now = texts.shown?.transcript ?? null
      if (!isOtherRecording && drafting.isWriting(now)) {
        return timingReported({ anchors: [], isTimedAnew: false })
      }
      halt()
      if (isOtherRecording) timings.forget()
      const text = texts.shown
      const timing = text && timings.of(text)
      const isTimedAnew = timing !== null && timing.known.words.length > 0
      timingReported({ anchors: timing?.anchors ?? [], isTimedAnew })
      store.getState().alignmentLanguageChanged(timing?.language ?? null)
      reportStanding(text)
    },
    async onReady() {
      const text = texts.shown
      if (!text || runs.current || timings.of(text).known.heardUntil > 0) return
      const isRestored = await timings.restore(text)
      if (texts.shown?.transcript !== text.transcript || runs.current) return
      if (isRestored) {
        const { alignmentLanguage, alignmentLanguageChanged } = store.getState()
        alignmentLanguageChanged(alignmentLanguage ?? timings.of(text).language)
        return reportStanding(text)
      }
      const { preferences } = store.getState()
      const isUntimed = text.transcript.timing === 'none'
      if (preferences.findWordsByItself && isUntimed) beginAfresh('words')
    },
    onWithoutText: () => void drafting.restore(),
  })

  // Who puts a result away is told what it came in between of.
  const endReminding = store.subscribe(
    ({ alignment }) => alignment.status,
    (status, before) => {
      const isPutAway = status === 'idle' && (before === 'done' || before === 'failed')
      if (isPutAway && !runs.current) reportStanding(texts.shown)
    },
  )

  /** The lines of a draft are still being written, and what is done to them would be lost. */
  function isBeingWritten(): boolean {
    const isWriting = drafting.isWriting(texts.shown?.transcript ?? null)
    if (isWriting)
      store.getState().statusAnnounced('Stop the draft first; then its lines can be moved')
    return isWriting
  }

  return {
    findWords: () => beginAfresh('words'),
    findWordTimes: () => beginAfresh('word-times'),
    checkTiming: () => beginAfresh('check'),
    acceptTiming() {
      if (!checked) return
      const { text, timing } = checked
      checked = null
      runs.settle(text, timing)
      report({ status: 'idle' })
      store.getState().statusAnnounced('The text has the new times')
    },
    undoTiming() {
      const text = texts.shown
      if (!text) return
      halt()
      const { anchors, duration } = timings.of(text)
      runs.settle(text, { ...noTimes(text.transcript.timing !== 'none'), anchors, duration })
      report({ status: 'idle' })
      store.getState().statusAnnounced('The text has the times of its file')
    },
    writeDraft() {
      halt()
      drafting.write()
    },
    stop() {
      const wasDrafting = drafting.halt()
      if (!runs.current && !wasDrafting) return
      halt()
      reportStanding(texts.shown)
      store.getState().statusAnnounced('Stopped')
    },
    resume() {
      const text = texts.shown
      const { alignment } = store.getState()
      if (alignment.status !== 'interrupted' && alignment.status !== 'failed') return
      const { purpose } = alignment
      if (purpose === 'draft') return drafting.write()
      if (!text) return
      if (purpose === 'check') return beginAfresh('check')
      if (purpose === 'between-anchors') return void (runs.again(text) || reportStanding(text))
      halt()
      runs.begin(text, { purpose, timing: timings.of(text) })
    },
    setLineStart(line, time) {
      if (isBeingWritten()) return
      checked = null
      anchoring.setLineStart(line, time)
    },
    removeAnchor(line) {
      if (isBeingWritten()) return
      checked = null
      anchoring.removeAnchor(line)
    },
    dispose() {
      endWatching()
      endReminding()
      halt()
    },
  }
}
