import type { DraftedStep } from '#alignment/alignment-run.ts'
import { draftKey } from '#storage/stored-drafts.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import * as messages from './alignment-messages.ts'
import {
  emptyDraftTranscript,
  transcriptOfDraft,
  withDraftLines,
  countDraftWords,
} from './draft-transcript.ts'
import type { DraftTranscript } from './draft-transcript.ts'
import { createThrottled } from './throttle.ts'
import { runOnRecording } from './run-on-recording.ts'
import { transcriptsIn } from './store-transcripts.ts'
import { createTimeLeft } from './time-left.ts'

/** What is written down of a recording in which nobody has written anything down. */
export interface Drafting {
  /** Begins a draft, or goes on with the one that is shown where it stopped. */
  write(): void
  /** Whether this text is being written now. */
  isWriting(written: Transcript | null): boolean
  /** Keeps what is written; false where nothing was being written. */
  halt(): boolean
  /** Where a draft stopped, seconds; `null` for what is none, and for a whole one. */
  stoppedAt(written: Transcript): number | null
  /** Shows the draft that was kept of a recording without a text, if there is one. */
  restore(): Promise<void>
}

/** Milliseconds between two looks at what is written, and between two times that it is kept. */
const showEveryMs = 1_000
const keepEveryMs = 10_000

export function createDrafting(ports: AlignmentPorts): Drafting {
  const { store, opener, client, keptDrafts, pageAddress: base } = ports
  const texts = transcriptsIn(store)
  const drafts = new WeakMap<Transcript, DraftTranscript>()
  const { alignmentReported: report } = store.getState()
  let writing: { readonly written: Transcript | null; halt(): void } | null = null

  function write() {
    const place = opener.soundPlace
    const { recording } = store.getState()
    if (!place || recording.status !== 'open') return
    const { name, duration } = recording
    const { shown } = texts
    const before = (shown && drafts.get(shown.transcript)) ?? emptyDraftTranscript
    const isGoingOn = before !== emptyDraftTranscript && !before.isComplete
    let draft = isGoingOn ? before : emptyDraftTranscript
    let id = isGoingOn && shown ? shown.id : null
    let written = isGoingOn && shown ? shown.transcript : null
    // When another recording has come, too, whose fingerprint is another, this one is kept by its own.
    let { fingerprint } = store.getState()
    const timeLeft = createTimeLeft()
    const purpose = 'draft'

    const showing = createThrottled(() => {
      if (draft.segments.length === 0) return
      const transcript = transcriptOfDraft(draft)
      if (id !== null) return texts.giveTimes(id, transcript)
      written = transcript
      id = texts.addDraft(name, transcript)
    }, showEveryMs)
    // A whole one is not given up for the beginning of another.
    let isWholeKept = before.isComplete
    async function lookForWhole(name: string) {
      const kept = await keptDrafts.read(name)
      isWholeKept ||= kept?.isComplete === true
    }
    if (fingerprint) void lookForWhole(draftKey(fingerprint))
    function keep() {
      const isWorthIt = draft.isComplete || !isWholeKept
      if (!fingerprint || draft.segments.length === 0 || !isWorthIt) return
      void keptDrafts.write(draftKey(fingerprint), draft)
    }
    const keeping = createThrottled(keep, keepEveryMs)
    function onStep(step: DraftedStep) {
      draft = withDraftLines(draft, step)
      const { heardUntil } = step
      const secondsLeft = timeLeft(heardUntil, duration)
      report({ status: 'running', purpose, heardUntil, duration, secondsLeft })
      fingerprint ??= store.getState().fingerprint
      showing.ask()
      keeping.ask()
    }
    /** The text is what has been written, from now on. */
    function settle() {
      showing.cancel()
      keeping.cancel()
      keep()
      // Where another text has come meanwhile, that one is wanted.
      const isWanted = texts.shown?.id === shown?.id
      const isNew = id === null && draft.segments.length > 0 && isWanted
      const transcript = transcriptOfDraft(draft)
      drafts.set(transcript, draft)
      if (isNew) {
        written = transcript
        texts.addDraft(name, transcript)
      }
      writing = null
      if (id !== null) texts.rewrite(id, transcript)
    }

    report({ status: 'loading-model', purpose, progress: 0 })
    const onLoading = (progress: number) => report({ status: 'loading-model', purpose, progress })
    const { heardUntil } = draft
    const soFar = heardUntil === 0 ? null : { heardUntil }
    const stop = runOnRecording(
      ports,
      {
        place,
        begin: (from) =>
          client.draft({ place: from, base, duration, soFar }, { onLoading, onStep }),
      },
      {
        onLoading,
        onEnd() {
          draft = { ...draft, isComplete: true }
          settle()
          const words = countDraftWords(draft)
          if (words === 0)
            return report({ status: 'failed', purpose, problem: messages.noSpeechMessage })
          report({ status: 'done', purpose, result: { kind: 'drafted', words } })
        },
        onFailure(why) {
          settle()
          report({ status: 'failed', purpose, problem: messages.notDraftedMessage(why) })
        },
      },
    )
    writing = {
      get written() {
        return written
      },
      halt() {
        stop()
        settle()
      },
    }
  }

  return {
    write,
    isWriting: (written) => writing !== null && writing.written === written,
    halt() {
      const wasWriting = writing !== null
      writing?.halt()
      return wasWriting
    },
    stoppedAt(written) {
      const draft = drafts.get(written)
      return draft && !draft.isComplete ? draft.heardUntil : null
    },
    async restore() {
      const { fingerprint } = store.getState()
      const draft = fingerprint ? await keptDrafts.read(draftKey(fingerprint)) : null
      // Meanwhile another recording may have come, or a text, or somebody has begun.
      const { recording, document, opening, fingerprint: now } = store.getState()
      const isWithoutText = document.status === 'none' && opening.status === 'idle' && !writing
      if (!draft || now !== fingerprint || !isWithoutText || recording.status !== 'open') return
      const transcript = transcriptOfDraft(draft)
      drafts.set(transcript, draft)
      texts.addDraft(recording.name, transcript)
    },
  }
}
