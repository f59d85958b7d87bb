import type { FrameHeader } from './frame-header.ts'
import { isMpeg1, layerOf } from './mp3-header.ts'
import { latin1At } from './tags.ts'

/**
 * What the first frame of an MP3 says about the rest when it is no sound but a note of the encoder: Xing
 * (`Info` where the rate is constant) or VBRI.
 */
export interface InfoFrame {
  readonly kind: 'Xing' | 'Info' | 'VBRI'
  /** Frames of sound, this one not counted; `null` where it is not said, as below. */
  readonly frames: number | null
  /** Bytes of sound, for most encoders with this frame. */
  readonly bytes: number | null
  /**
   * Where each hundredth of the time begins, in 256ths of `bytes`, as Xing's tables say it. Browsers
   * seek by it.
   */
  readonly seekTable: Uint8Array<ArrayBuffer> | null
  /** Samples that the encoder added at the start and at the end; those of decoders are not counted. */
  readonly delay: number | null
  readonly padding: number | null
}

const has = { frames: 1, bytes: 2, places: 4, quality: 8 } as const
const placesLength = 100
/** From the encoder's name to its delay and padding, 12 bits each. */
const toDelay = 21
/** Others write something else there. */
const encodersWithDelay = /^(LAME|Lavf|Lavc)/

/**
 * `null` where the frame is sound. `bytes` may end before the frame does.
 *
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 * @see https://www.codeproject.com/Articles/8295/MPEG-Audio-Frame-Header
 */
export function readInfoFrame(
  bytes: Uint8Array,
  at: number,
  header: FrameHeader,
): InfoFrame | null {
  if (layerOf(header.kind) !== 3) return null
  const frame = bytes.subarray(at, at + header.length)
  const sideBytes = isMpeg1(header.kind)
    ? header.channels === 1
      ? 17
      : 32
    : header.channels === 1
      ? 9
      : 17
  // Where the frame has a checksum, encoders differ in whether they leave room for it.
  return readXing(frame, 4 + sideBytes) ?? readXing(frame, 6 + sideBytes) ?? readVbri(frame)
}

function readXing(frame: Uint8Array, at: number): InfoFrame | null {
  const kind = latin1At(frame, at, 4)
  if ((kind !== 'Xing' && kind !== 'Info') || at + 8 > frame.length) return null
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length)
  const flags = view.getUint32(at + 4)
  let next = at + 8
  const take = <Value>(flag: number, length: number, read: (at: number) => Value) => {
    if ((flags & flag) === 0 || next + length > frame.length) return null
    next += length
    return read(next - length)
  }
  const frames = take(has.frames, 4, (at) => view.getUint32(at))
  const bytes = take(has.bytes, 4, (at) => view.getUint32(at))
  const places = take(has.places, placesLength, (at) => frame.slice(at, at + placesLength))
  take(has.quality, 4, () => null)
  const knowsDelay =
    encodersWithDelay.test(latin1At(frame, next, 4)) && next + toDelay + 3 <= frame.length
  const both = knowsDelay ? view.getUint32(next + toDelay - 1) & 0xffffff : null
  return {
    kind,
    frames,
    bytes,
    seekTable: places as InfoFrame['seekTable'],
    delay: both === null ? null : both >> 12,
    padding: both === null ? null : both & 0xfff,
  }
}

/** Fraunhofer's. Its delay is never used by decoders; its table has another shape, and is not read. */
function readVbri(frame: Uint8Array): InfoFrame | null {
  const at = 36
  if (latin1At(frame, at, 4) !== 'VBRI' || at + 18 > frame.length) return null
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length)
  return {
    kind: 'VBRI',
    bytes: view.getUint32(at + 10),
    frames: view.getUint32(at + 14),
    seekTable: null,
    delay: null,
    padding: null,
  }
}

/** Samples that every decoder of Layer III adds to what the encoder has added. */
const decoderDelay = 529

/** Samples at the start that players leave out: what encoder and decoder have added. */
export const primingSamplesOf = (info: InfoFrame | null): number =>
  info?.delay === null || info === null ? 0 : info.delay + decoderDelay

/** Samples at the end that players leave out. */
export const paddingSamplesOf = (info: InfoFrame | null): number =>
  info?.delay === null || info === null ? 0 : Math.max(0, (info.padding ?? 0) - decoderDelay)
