import { boxesIn, boxesInOnly, fourCC, onlyBox, uint64 } from './boxes.ts'
import type { Boxes } from './boxes.ts'
import { readEditListOffset } from './edit-list-offset.ts'
import { isCompressedAudio } from './sample-entry.ts'

export interface Mp4AudioTrack {
  /** Ticks a second. */
  readonly timescale: number
  /** Ticks of all samples, as the head of the track says; null where it says nothing. */
  readonly duration: number | null
  /** Ticks; a sample is heard so much before the time at which it is decoded. */
  readonly shift: number
  /** What lies in `stbl`. */
  readonly sampleTable: Boxes
}

/**
 * The one sound track of a movie; null where there are several, of which mediabunny would choose, or where it is
 * more than samples of one kind that are played one after the other.
 */
export function readAudioTrack(movie: Boxes): Mp4AudioTrack | null {
  if (movie.has('mvex')) return null
  const tracks = (movie.get('trak') ?? []).map(readTrack)
  if (tracks.includes(null)) return null
  const [sound, another] = tracks.filter((track) => track?.kind === 'soun')
  if (!sound || another) return null

  const { media, boxes } = sound
  const head = readTimeHead(media, 'mdhd')
  const shift = readEditListOffset(boxes, {
    timescale: head?.timescale ?? 0,
    movieTimescale: readTimeHead(movie, 'mvhd')?.timescale ?? 0,
  })
  const information = boxesInOnly(media, 'minf')
  const sampleTable = information && boxesInOnly(information, 'stbl')
  if (!head || shift === null || !sampleTable || !isCompressedAudio(sampleTable)) return null
  return { ...head, shift, sampleTable }
}

/** What lies in a `trak`, in its `mdia`, and the kind of what it holds (`soun`, `text`); null where one of them is not there. */
export function readTrack(content: DataView) {
  const boxes = boxesIn(content)
  const media = boxes && boxesInOnly(boxes, 'mdia')
  const handler = media && onlyBox(media, 'hdlr')
  if (!handler || handler.byteLength < 12) return null
  return { boxes, media, kind: fourCC(handler, 8) }
}

/** `mvhd` (ISO/IEC 14496-12, 8.2.2) and `mdhd` (8.4.2) begin alike. A duration of ones is not known, nor is 0. */
export function readTimeHead(boxes: Boxes, type: 'mvhd' | 'mdhd') {
  const head = onlyBox(boxes, type)
  if (!head || head.byteLength < 20) return null
  const version = head.getUint8(0)
  if (version > 1 || (version === 1 && head.byteLength < 32)) return null
  const timescale = head.getUint32(version === 1 ? 20 : 12)
  const duration = version === 1 ? uint64(head, 24) : head.getUint32(16)
  const unknown = 2 ** (version === 1 ? 64 : 32) - 1
  if (timescale === 0) return null
  return { timescale, duration: duration > 0 && duration < unknown ? duration : null }
}
