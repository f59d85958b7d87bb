import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOfFrames } from '#audio/frames/frame-index.ts'
import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { createFfmpegDecoder } from './ffmpeg-sound.ts'
import { openFileBytes } from './file-bytes.ts'

/** `own`: the decoders of the page: MP3, AAC-LC, Opus, Vorbis, FLAC and WAV. */
export type DecoderChoice = 'ffmpeg' | 'own'

export interface DecodableRecording {
  /** Seconds. */
  readonly duration: number
  readonly decoder: RecordingDecoder
  close(): Promise<void>
}

/** Rejects with an Error whose message completes "The sound cannot be read:". */
export async function openDecodable(
  path: string,
  choice: DecoderChoice,
): Promise<DecodableRecording> {
  const bytes = await openFileBytes(path)
  const close = () => bytes.close()
  try {
    const sound = await openAudio(bytes).catch((error: unknown) => {
      // FFmpeg reads more formats.
      if (choice === 'ffmpeg') return null
      throw error
    })
    const counted = sound && (await countIfFramed(sound))
    const decoder =
      choice === 'own' && sound
        ? await ownDecoder(sound)
        : createFfmpegDecoder(path, {
            seeksExactly: sound !== null && sound.stream === null,
            channels: sound?.facts.channels === 1 ? 1 : 2,
          })
    const duration = counted ?? (await measure(decoder))
    return {
      duration,
      decoder,
      async close() {
        decoder.dispose()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The duration, seconds. Counts the frames of raw streams, whose stated duration may be far off. */
async function countIfFramed(sound: OpenedAudio): Promise<number> {
  if (!sound.stream) return sound.facts.duration
  const count = await countFrames(sound.source, sound.stream)
  if (count.kind !== 'counted') return sound.facts.duration
  sound.setFrameIndex(count.index)
  return durationOfFrames(count.index)
}

async function ownDecoder({ facts, createDecoder }: OpenedAudio): Promise<RecordingDecoder> {
  try {
    return await createDecoder()
  } catch (cause) {
    if (typeof AudioDecoder !== 'undefined') throw cause
    const kind = `${facts.container} with ${facts.codec}`
    throw new Error(`${kind} needs FFmpeg: install ffmpeg and run this again`, { cause })
  }
}

/** The duration of a file that only FFmpeg reads, seconds: decodes it once. */
async function measure(decoder: RecordingDecoder): Promise<number> {
  let end = 0
  await decoder.decode({ start: 0, end: Infinity }, ({ planes, time, sampleRate }) => {
    end = time + (planes[0]?.length ?? 0) / sampleRate
  })
  if (end === 0) throw new Error('the file has no audio')
  return end
}
