import type { FramedStream } from '../frames/first-frame.ts'
import type { FrameIndex } from '../frames/frame-index.ts'
import { durationOfFrames, frameAtByte, timeOfFrame } from '../frames/frame-index.ts'

export interface ReportedPosition {
  readonly stream: FramedStream
  readonly index: FrameIndex
  /** Bytes of the whole recording. */
  readonly size: number
  /** Seconds, as the browser says it of the recording. */
  readonly claimedDuration: number
}

const hundredths = 100

/**
 * What is really heard after a seek in an MP3 of varying rate, when the browser claims to be at a time.
 * Seconds, both.
 *
 * As Chromium seeks (FFmpeg's `mp3_seek` with AVFMT_FLAG_FAST_SEEK): with the table of a Xing header it
 * begins at the hundredth before; without one, at the share of the bytes that the time is of the
 * duration it guessed. Then it says the time it was asked for, and plays on. Measured in Chromium 156 with
 * an hour of sound that tells its time: right to 30 ms with a table, to 150 ms without. ADTS it seeks by
 * reading, which is exact. Firefox reckons with an average of its own that changes as it plays, WebKitGTK
 * often does not seek at all: for them this is no better than the claim.
 */
export function actualPosition(place: ReportedPosition, claimed: number): number {
  const { stream, index, claimedDuration } = place
  const isKnown = Number.isFinite(claimedDuration) && claimedDuration > 0
  if (stream.format !== 'mp3' || index.isConstant || !isKnown) return claimed
  const begun = stream.info?.seekTable ? byTable(place, claimed) : byShare(place, claimed)
  const heard = timeOfFrame(index, firstFrameFrom(index, begun.byte)) + (claimed - begun.time)
  return Math.min(Math.max(0, heard), durationOfFrames(index))
}

function byTable({ stream, claimedDuration }: ReportedPosition, claimed: number) {
  const info = stream.info!
  const places = info.seekTable!
  const hundredth = Math.floor((claimed / claimedDuration) * hundredths)
  const at = Math.max(0, Math.min(places.length - 1, hundredth))
  const bytes = info.bytes ?? stream.to - info.at
  return {
    byte: info.at + (places[at]! * bytes) / 256,
    time: (at * claimedDuration) / hundredths,
  }
}

function byShare({ stream, size, claimedDuration }: ReportedPosition, claimed: number) {
  const first = stream.info?.at ?? stream.from
  const share = Math.min(1, Math.max(0, claimed / claimedDuration))
  return { byte: first + share * (size - first), time: claimed }
}

/** A decoder that begins inside of a frame waits for the next one. */
function firstFrameFrom(index: FrameIndex, byte: number): number {
  if (byte <= index.runs[1]!) return 0
  return Math.min(index.frameCount - 1, frameAtByte(index, byte) + 1)
}
