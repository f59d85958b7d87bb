import type { AudioInfo } from '#audio/audio-info.ts'
import { byteAt, timeOfFrame } from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { OpenRecording } from '#state/app-state.ts'
import { formatClockTime } from '#transcript/format-time.ts'

/** Sentences about what a recording has that cannot be heard or seen here. `recording`: as its player reports it. */
export function notesOfFacts(
  { tracks, pictureCodec, duration, frames }: AudioInfo,
  recording: Pick<OpenRecording, 'picture' | 'duration'>,
): string[] {
  const notes: string[] = []
  if (tracks > 1) {
    notes.push(
      `This recording has ${tracks} sound tracks. The first one is played, drawn and aligned; to hear another, save it as a file of its own, for example with VLC or ffmpeg, and open that.`,
    )
  }
  if (pictureCodec !== null && recording.picture === null) {
    notes.push(
      `The picture of this recording (${pictureCodec}) is of a kind that this browser does not show. Its sound plays. Convert it to MP4 with H.264 to see it.`,
    )
  }
  // times of frames that are not counted are estimates
  const missing = frames === null && recording.duration > 0 ? duration - recording.duration : 0
  if (missing > Math.max(1, duration / 1000)) {
    notes.push(
      `This recording is ${formatClockTime(duration)} long, but this browser plays only ${formatClockTime(recording.duration)} of it. Try another browser, or convert it to M4A.`,
    )
  }
  return notes
}

/** Seconds: less is not worth a sentence. */
const leastDamage = 0.1
const mostTimes = 3

/**
 * A sentence about bytes between the frames of an MP3 or ADTS file that are no frames and no tag: browsers leave such a part
 * out, so that what follows is early. `null` where nothing is missing.
 */
export async function noteOfDamage(index: FrameIndex, bytes: Blob): Promise<string | null> {
  const { runs, samplesPerFrame, sampleRate } = index
  let seconds = 0
  const times: string[] = []
  for (let run = 2; run < runs.length; run += 2) {
    const frame = runs[run]!
    const from = byteAt(index, frame - 1) + index.sizes[frame - 1]!
    const to = runs[run + 1]!
    const start = await bytes.slice(from, from + 3).text()
    if (['ID3', 'TAG', 'APE', 'LYR'].includes(start)) continue
    const frames = (to - from) / meanFrameBytes(index)
    seconds += (frames * samplesPerFrame) / sampleRate
    times.push(formatClockTime(timeOfFrame(index, frame)))
  }
  if (seconds < leastDamage) return null
  const places = times.slice(0, mostTimes).join(', ') + (times.length > mostTimes ? ' …' : '')
  return `About ${seconds.toFixed(1)} s of this recording is damaged, at ${places}. Browsers leave it out, so that what follows is that much earlier than in the undamaged recording. Copy it again from where it is whole.`
}

function meanFrameBytes({ sizes }: FrameIndex): number {
  let sum = 0
  for (const size of sizes) sum += size
  return Math.max(1, sum / sizes.length)
}
