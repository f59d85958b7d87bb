import { countFrames } from '#audio/frames/count-frames.ts'
import { durationOfFrames } from '#audio/frames/frame-index.ts'
import { openAudio } from '#audio/open-audio.ts'
import type { OpenedAudio } from '#audio/open-audio.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { createFfmpegDecoder } from './ffmpeg-sound.ts'
import { openFileBytes } from './file-bytes.ts'

/** `own`: the decoders of the page: MP3, Opus, Vorbis, FLAC and WAV everywhere. */
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
      // FFmpeg knows more kinds.
      if (choice === 'ffmpeg') return null
      throw error
    })
    const counted = sound && (await countIfFramed(sound))
    const decoder =
      choice === 'own' && sound
        ? await ownDecoder(sound)
        : createFfmpegDecoder(path, { jumpsExactly: sound !== null && sound.stream === null })
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

/** Seconds: by a count of the frames, where it is nothing but frames; what it says of itself may be far off. */
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

/** Seconds, of a kind of file that only FFmpeg knows: it is decoded once more. */
async function measure(decoder: RecordingDecoder): Promise<number> {
  let end = 0
  await decoder.decode({ start: 0, end: Infinity }, ({ planes, time, sampleRate }) => {
    end = time + (planes[0]?.length ?? 0) / sampleRate
  })
  if (end === 0) throw new Error('there is no sound in this file')
  return end
}
