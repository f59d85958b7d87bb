import type { OpenedAudio } from '../open-audio.ts'
import type { ByteSource } from '../byte-source.ts'
import { findFrames } from '../frames/first-frame.ts'
import { layerOf } from '../frames/mp3-header.ts'
import { isChainedOgg, joinChainedOgg } from './chained-ogg.ts'
import { framesToWave } from './frames-to-wave.ts'
import { changesOnTheWay } from './changing-frames.ts'

/**
 * `one`: the recording is one stream, as nearly all are. `copy`: it was several, one behind the other, and the copy is one.
 * `impossible`: it is several that no single stream can hold.
 */
export type Continuity =
  | { readonly kind: 'one' }
  | { readonly kind: 'copy'; readonly blob: Blob }
  | { readonly kind: 'impossible'; readonly what: string }

/** Larger recordings have no room in the memory of a page. */
const mostBytes = 1024 * 2 ** 20

/**
 * Finds out whether a recording consists of several streams, at whose seams browsers stop or lose the time: an MP3 whose
 * sampling rate changes, a chained Ogg. Reads it through only then. Rejects as the source does.
 */
export async function continuousCopy({ source, stream, facts }: OpenedAudio): Promise<Continuity> {
  const isMp3 = stream?.format === 'mp3' && (await changesOnTheWay(source, stream))
  const isOgg = facts.container === 'Ogg' && (await isChainedOgg(source))
  if (!isMp3 && !isOgg) return { kind: 'one' }
  const what = isMp3
    ? 'an MP3 whose sampling rate changes on the way'
    : 'several Ogg recordings in one file'
  if (source.size > mostBytes) return { kind: 'impossible', what }
  const blob = isMp3 ? await framesToWave(source, stream) : await joinChainedOgg(source)
  return blob ? { kind: 'copy', blob } : { kind: 'impossible', what }
}

/** MPEG audio of layer I or II as a WAV; `null` for anything else. Rejects as the source does. */
export async function convertLayerTwo(source: ByteSource): Promise<Blob | null> {
  const stream = source.size > mostBytes ? null : await findFrames(source)
  const isPlayed = stream?.format !== 'mp3' || layerOf(stream.header.kind) === 3
  return isPlayed ? null : framesToWave(source, stream)
}
