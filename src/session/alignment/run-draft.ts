import type { DraftedStep } from '#alignment/alignment-run.ts'
import { isCredibleDraft } from '#alignment/credible-draft.ts'
import { draftKey } from '#storage/stored-drafts.ts'
import type { StoredDraft } from '#storage/stored-drafts.ts'
import type { OpenRecording } from '#state/app-state.ts'
import type { TranscriptId } from '#state/transcripts.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import * as messages from './alignment-messages.ts'
import {
  countDraftWords,
  countTimedWords,
  emptyDraftTranscript,
  transcriptOfDraft,
  withDraftLines,
} from './draft-transcript.ts'
import { openRecords } from './open-records.ts'
import { runOnRecording } from './run-on-recording.ts'
import { showEveryMs, storeEveryMs } from './task-run.ts'
import type { HaltTask, TaskRun } from './task-run.ts'
import { createThrottled } from './throttle.ts'
import { createTimeLeft } from './time-left.ts'

/** Writes a draft of the open recording, or resumes the one that the task names. */
export function runDraft(
  ports: AlignmentPorts,
  { task, source, dispatch, onOver }: TaskRun,
  { name, duration }: Pick<OpenRecording, 'name' | 'duration'>,
): HaltTask {
  const { store, client, pageAddress: base } = ports
  const records = openRecords(store)
  const shownBefore = records.shown?.id ?? null
  let id: TranscriptId | null = task.transcript
  let draft = id === null ? emptyDraftTranscript : draftIn(records, id)
  const storage = createDraftStorage(ports)
  const timeLeft = createTimeLeft()

  function show() {
    if (draft.segments.length === 0) return
    const { heardUntil, isComplete } = draft
    const written = { read: transcriptOfDraft(draft), draft: { heardUntil, isComplete } }
    if (id !== null) return records.change(id, written)
    id = records.addDraft(name, written)
    dispatch({ type: 'written', transcript: id })
  }
  const showing = createThrottled(show, showEveryMs)
  const storing = createThrottled(() => storage.write(draft), storeEveryMs)
  function onStep(step: DraftedStep) {
    draft = withDraftLines(draft, step)
    const { heardUntil } = step
    dispatch({
      type: 'advanced',
      heardUntil,
      duration,
      secondsLeft: timeLeft(heardUntil, duration),
    })
    showing.ask()
    storing.ask()
  }
  function settle() {
    showing.cancel()
    storing.cancel()
    storage.write(draft)
    storage.stop()
    // Where another transcript has come meanwhile, that one is wanted.
    const isWanted = id !== null || (records.shown?.id ?? null) === shownBefore
    if (isWanted) show()
  }

  const onLoading = (progress: number) => dispatch({ type: 'loaded', progress })
  const soFar = draft.heardUntil === 0 ? null : { heardUntil: draft.heardUntil }
  const stop = runOnRecording(
    ports,
    {
      source,
      begin: (source) =>
        client.draft({ place: source, base, duration, soFar }, { onLoading, onStep }),
    },
    {
      onLoading,
      onEnd() {
        draft = { ...draft, isComplete: true }
        settle()
        const words = countDraftWords(draft)
        if (words === 0) return onOver({ type: 'refused', problem: messages.noSpeechMessage })
        const heard = countTimedWords(draft)
        if (!isCredibleDraft({ sure: heard, unsure: 0, notHeard: words - heard })) {
          return onOver({ type: 'refused', problem: messages.notEnglishMessage })
        }
        onOver({ type: 'ended', result: { kind: 'drafted', words } })
      },
      onFailure(why) {
        settle()
        onOver({ type: 'failed', problem: messages.notDraftedMessage(why) })
      },
    },
  )
  return () => {
    stop()
    settle()
  }
}

function draftIn(records: ReturnType<typeof openRecords>, id: TranscriptId): StoredDraft {
  const record = records.find(id)
  return record?.draft ? { segments: record.read.segments, ...record.draft } : emptyDraftTranscript
}

/** Stores the draft of the recording that is open now, also after another has been opened. */
function createDraftStorage({
  store,
  storedDrafts,
}: Pick<AlignmentPorts, 'store' | 'storedDrafts'>) {
  let key: string | null = null
  // A complete draft is not given up for the beginning of another.
  let isCompleteStored = openRecords(store).shown?.draft?.isComplete === true
  async function takeFingerprint(fingerprint: string | null | undefined) {
    if (!fingerprint) return
    key = draftKey(fingerprint)
    const stored = await storedDrafts.read(key)
    isCompleteStored ||= stored?.isComplete === true
  }
  void takeFingerprint(store.getState().fingerprint)
  /** The fingerprint may become known while the draft is written. */
  const stop = store.subscribe(
    (state) => state.fingerprint,
    (fingerprint) => {
      if (key === null) void takeFingerprint(fingerprint)
    },
  )
  return {
    write(draft: StoredDraft) {
      if (key === null || draft.segments.length === 0) return
      if (draft.isComplete || !isCompleteStored) void storedDrafts.write(key, draft)
    },
    stop,
  }
}
