import type {
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from '#alignment/alignment-result.ts'
import { growingTiming, inScript } from '#alignment/known-timing.ts'
import { scriptOfTranscript } from '#alignment/script-of-transcript.ts'
import { createTimedTranscript } from '#alignment/timed-transcript.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentReach, AlignmentTask } from '#state/alignment.ts'
import type { TranscriptTiming } from '#state/transcripts.ts'
import { nothingKnown } from '#transcript/found-timing.ts'
import type { KnownTiming, TimeAnchor } from '#transcript/found-timing.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { anchorsInScript, isInPart } from './anchors.ts'
import { createAlignmentNearOwnTimes } from './near-own-times.ts'
import { knownBeforeUndecided, knownOutside, knownWithPart, linesBetween } from './part-of-times.ts'
import { runOnRecording } from './run-on-recording.ts'
import { createTimeLeft } from './time-left.ts'
import { baseOf } from './timing-layer.ts'

export interface AlignmentInput {
  readonly task: AlignmentTask
  /** The transcript as it was read. */
  readonly read: Transcript
  /** BCP 47. */
  readonly language: string
  readonly source: RecordingSource
  readonly anchors: readonly TimeAnchor[]
  /** What is known already, to go on from. */
  readonly from: TranscriptTiming
}

/** An alignment while it runs: what it has found so far, which grows. */
export interface RunProgress extends AlignmentReach {
  readonly known: KnownTiming
  readonly secondsLeft: number | null
  transcript(): Transcript
}

export interface AlignmentCallbacks {
  /** 0 to 1. */
  onLoading(progress: number): void
  onProgress(progress: RunProgress): void
  onEnd(outcome: AlignmentOutcome, progress: RunProgress): void
  onFailure(why: unknown): void
}

/** Begins to align a transcript, or a part of it; returns what stops it. */
export function beginAlignment(
  ports: Pick<AlignmentPorts, 'client' | 'download' | 'pageAddress'>,
  { task, read, language, source, anchors, from }: AlignmentInput,
  callbacks: AlignmentCallbacks,
): () => void {
  const { part } = task
  const whole = scriptOfTranscript(read, { language, cutAt: anchors })
  const { script, places } = part ? linesBetween(whole, part) : whole
  const outside = part ? knownOutside(from.known, part) : knownBeforeUndecided(from.known)
  const keepsNear = task.goal === 'word-times' && !part
  const growing = growingTiming(
    part ? { ...nothingKnown, undecided: part.from } : outside,
    places,
    keepsNear ? createAlignmentNearOwnTimes(read, outside) : undefined,
  )
  const timed = createTimedTranscript(baseOf(read, from))
  timed.add(outside)
  const inside = part ? anchors.filter((anchor) => isInPart(anchor, part)) : anchors
  const order: AlignmentOrder = {
    script,
    anchors: anchorsInScript(inside, places),
    duration: from.duration,
    soFar: part || outside.heardUntil === 0 ? null : inScript(outside, places),
    ...(part ? { range: { start: part.start, end: part.end } } : {}),
  }
  const [start, end] = part ? [part.start, part.end] : [0, from.duration]
  const timeLeft = createTimeLeft()
  let secondsLeft: number | null = null

  const progress: RunProgress = {
    get known() {
      return part ? knownWithPart(outside, growing.known) : growing.known
    },
    get heardUntil() {
      return Math.max(0, growing.known.heardUntil - start)
    },
    duration: end - start,
    get secondsLeft() {
      return secondsLeft
    },
    transcript: () =>
      timed.current({
        from: growing.known.undecided.segment,
        to: (places.at(-1)?.segment ?? -1) + 1,
      }),
  }
  function onStep(step: AlignmentStep) {
    timed.add(growing.add(step))
    secondsLeft = timeLeft(progress.heardUntil, progress.duration)
    callbacks.onProgress(progress)
  }
  const { client, pageAddress: base } = ports
  const { onLoading, onFailure } = callbacks
  return runOnRecording(
    ports,
    {
      source,
      begin: (source) => client.begin({ place: source, order, base }, { onLoading, onStep }),
    },
    { onLoading, onFailure, onEnd: (outcome) => callbacks.onEnd(outcome, progress) },
  )
}
