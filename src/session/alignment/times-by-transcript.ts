import { uncut } from '#alignment/known-timing.ts'
import { timedTranscript, withoutTimes } from '#alignment/timed-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { withAnchor } from './anchors.ts'
import { timesKey, packTimes, unpackTimes } from './packed-times.ts'
import type { KnownTimes } from './packed-times.ts'
import { transcriptsIn } from './store-transcripts.ts'
import type { AlignableTranscript } from './store-transcripts.ts'
import { noTimes } from './part-of-times.ts'

/** What is known of when the texts of the open recording are spoken, on the page and kept in the browser. */
export interface TimesByTranscript {
  of(text: AlignableTranscript): KnownTimes
  note(text: AlignableTranscript, timing: KnownTimes): void
  /** Gives the text on the page the times that are known. */
  show(text: AlignableTranscript): void
  /** The last one that is asked for is kept, whatever comes of the others. */
  keep(text: AlignableTranscript): Promise<void>
  /** What was kept another time; false where nothing was. */
  restore(text: AlignableTranscript): Promise<boolean>
  /** Another recording is open. */
  forget(): void
}

export function createTimesByTranscript({
  store,
  kept,
}: Pick<AlignmentPorts, 'store' | 'kept'>): TimesByTranscript {
  const texts = transcriptsIn(store)
  let timings = new WeakMap<Transcript, KnownTimes>()
  let names = new WeakMap<Transcript, Promise<string | null>>()

  const of = ({ transcript }: AlignableTranscript): KnownTimes =>
    timings.get(transcript) ?? {
      ...noTimes(transcript.timing !== 'none'),
      duration: durationNow(),
    }
  function durationNow() {
    const { recording } = store.getState()
    return recording.status === 'open' ? recording.duration : 0
  }
  /** What was found is kept when another recording has come, too, whose fingerprint is another. */
  function nameOf({ transcript }: AlignableTranscript): Promise<string | null> {
    const { fingerprint } = store.getState()
    const known = names.get(transcript)
    if (known) return known
    if (!fingerprint) return Promise.resolve(null)
    const name = timesKey(fingerprint, transcript)
    names.set(transcript, name)
    return name
  }
  function show(text: AlignableTranscript) {
    const { shown } = texts
    // Its file has been read another way since.
    if (shown?.id === text.id && shown.transcript !== text.transcript) return
    const timing = of(text)
    const { known, anchors } = timing
    const isTimedAnew = known.words.length > 0 || known.issues.length > 0
    const base = baseOf(text.transcript, timing)
    const timed = isTimedAnew ? timedTranscript(base, uncut(base.segments), known) : null
    texts.giveTimes(text.id, timed)
    if (texts.shown?.transcript !== text.transcript) return
    store.getState().timingReported({ anchors, isTimedAnew })
  }

  return {
    of,
    note: ({ transcript }, timing) => void timings.set(transcript, timing),
    show,
    async keep(text) {
      const timing = of(text)
      const name = await nameOf(text)
      if (name !== null) await kept.write(name, packTimes(timing))
    },
    async restore(text) {
      const of = timings
      const name = await nameOf(text)
      const found = name === null ? null : await kept.read(name)
      const timing = found && unpackTimes(found, text.transcript)
      // Meanwhile another recording may have come, or somebody has begun.
      const since = of.get(text.transcript)
      const isBegun = since !== undefined && since.known.words.length > 0
      if (!timing || of !== timings || isBegun) return false
      const anchors = (since?.anchors ?? []).reduce(withAnchor, timing.anchors)
      timings.set(text.transcript, { ...timing, anchors })
      show(text)
      return true
    },
    forget() {
      timings = new WeakMap()
      names = new WeakMap()
    },
  }
}

/** What an alignment adds its times to: the text as it is written, or without its times. */
export const baseOf = (written: Transcript, { keepsWritten }: Pick<KnownTimes, 'keepsWritten'>) =>
  keepsWritten ? written : withoutTimes(written)
