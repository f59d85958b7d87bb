import type {
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from '#alignment/alignment-result.ts'
import { growingTiming, inScript, nothingKnown, uncut } from '#alignment/known-timing.ts'
import type { KnownTiming } from '#alignment/known-timing.ts'
import { scriptOfTranscript } from '#alignment/script-of-transcript.ts'
import { createTimedTranscript } from '#alignment/timed-transcript.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentPurpose } from '#state/alignment-slice.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { anchorsInScript, isInInterval } from './anchors.ts'
import type { AnchorInterval } from './anchors.ts'
import { createAlignmentNearOwnTimes } from './near-own-times.ts'
import type { KnownTimes } from './packed-times.ts'
import { knownBeforeUndecided, knownOutside, knownWithPart, linesBetween } from './part-of-times.ts'
import { runOnRecording } from './run-on-recording.ts'
import { createTimeLeft } from './time-left.ts'
import { baseOf } from './times-by-transcript.ts'

export interface AlignmentTask {
  readonly purpose: AlignmentPurpose
  readonly written: Transcript
  /** BCP 47. */
  readonly language: string
  readonly place: RecordingSource
  /** What is known already, to go on from. */
  readonly timing: KnownTimes
  /** Only this part of the text and of the recording; the rest stays as it is known. */
  readonly part: AnchorInterval | null
}

/** An alignment as it goes on; what it knows is asked for, and grows. */
export interface RunProgress {
  readonly known: KnownTiming
  transcript(): Transcript
  /** Seconds of sound: of what is to be heard, how much has been dealt with. */
  readonly heard: { readonly until: number; readonly of: number }
  readonly secondsLeft: number | null
}

export interface AlignmentCallbacks {
  onLoading(progress: number): void
  onProgress(progress: RunProgress): void
  onEnd(outcome: AlignmentOutcome, progress: RunProgress): void
  onFailure(why: unknown): void
}

/** Begins an alignment of a text, or of a part of it; returns what stops it. */
export function beginAlignment(
  ports: Pick<AlignmentPorts, 'client' | 'download' | 'pageAddress'>,
  task: AlignmentTask,
  told: AlignmentCallbacks,
): () => void {
  const { purpose, written, language, place, timing, part } = task
  const { anchors, duration } = timing
  const whole = scriptOfTranscript(written, { language, cutAt: anchors })
  const { script, places } = part ? linesBetween(whole, part) : whole
  const outside = part ? knownOutside(timing.known, part) : knownBeforeUndecided(timing.known)
  const sift = purpose === 'word-times' ? createAlignmentNearOwnTimes(written, outside) : undefined
  const growing = growingTiming(
    part ? { ...nothingKnown, undecided: part.from } : outside,
    places,
    sift,
  )
  const base = baseOf(written, timing)
  const timed = createTimedTranscript(base, uncut(base.segments))
  timed.add(outside)
  const order: AlignmentOrder = {
    script,
    anchors: anchorsInScript(
      part ? anchors.filter((anchor) => isInInterval(anchor, part)) : anchors,
      places,
    ),
    duration,
    soFar: part || outside.heardUntil === 0 ? null : inScript(outside, places),
    ...(part ? { stretch: { start: part.start, end: part.end } } : {}),
  }
  const [start, end] = part ? [part.start, part.end] : [0, duration]
  const timeLeft = createTimeLeft()
  let secondsLeft: number | null = null

  const progress: RunProgress = {
    get known() {
      return part ? knownWithPart(outside, growing.known) : growing.known
    },
    transcript: () =>
      timed.current({
        from: growing.known.undecided.segment,
        to: (places.at(-1)?.segment ?? -1) + 1,
      }),
    get heard() {
      return { until: Math.max(0, growing.known.heardUntil - start), of: end - start }
    },
    get secondsLeft() {
      return secondsLeft
    },
  }
  const reports = {
    onLoading: told.onLoading,
    onStep(step: AlignmentStep) {
      timed.add(growing.add(step))
      const { until, of } = progress.heard
      secondsLeft = timeLeft(until, of)
      told.onProgress(progress)
    },
  }
  const { client, pageAddress } = ports
  return runOnRecording(
    ports,
    { place, begin: (from) => client.begin({ place: from, order, base: pageAddress }, reports) },
    {
      onLoading: told.onLoading,
      onEnd: (outcome) => told.onEnd(outcome, progress),
      onFailure: told.onFailure,
    },
  )
}
