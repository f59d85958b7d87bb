import type { ByteSource } from '../../byte-source.ts'
import type { AudioRange, RecordingDecoder } from '../recording-decoder.ts'
import type { WaveData } from './wave-data.ts'

/** What is read at once: a read of a file costs a browser as much as copying a megabyte. */
const pieceBytes = 4 * 2 ** 20
/** Samples of a channel that are handed over at once: few enough to stay in the processor's cache until they are used. */
const blockLength = 8192

/** The samples of a WAV file as numbers: read, spread over the channels, and nothing else. */
export function createWaveDecoder(source: ByteSource, sound: WaveData): RecordingDecoder {
  const { dataFrom, dataTo, bytesPerFrame, channels, sampleRate, sampleFormat } = sound
  const frameCount = Math.floor((dataTo - dataFrom) / bytesPerFrame)
  const framesAtOnce = Math.max(1, Math.floor(pieceBytes / bytesPerFrame))
  const planes = Array.from({ length: channels }, () => new Float32Array(blockLength))

  function planesOf(length: number) {
    return length === blockLength ? planes : planes.map((plane) => plane.subarray(0, length))
  }

  async function readStream(
    stream: NonNullable<ByteSource['stream']>,
    { first, stop }: { first: number; stop: number },
    onPiece: (bytes: Uint8Array<ArrayBuffer>, frame: number) => void,
  ) {
    const [from, to] = [dataFrom + first * bytesPerFrame, dataFrom + stop * bytesPerFrame]
    let frame = first
    for await (const bytes of stream({ from, to, unit: bytesPerFrame })) {
      const length = Math.floor(bytes.length / bytesPerFrame)
      onPiece(bytes.subarray(0, length * bytesPerFrame), frame)
      frame += length
    }
  }

  /** `onPiece` gets whole frames, from this one on. */
  async function readPieces(
    { start, end }: AudioRange,
    onPiece: (bytes: Uint8Array<ArrayBuffer>, frame: number) => void,
  ) {
    const stop = Math.min(frameCount, Math.ceil(end * sampleRate))
    const first = Math.max(0, Math.floor(start * sampleRate))
    if (source.stream && stop - first > framesAtOnce) {
      return readStream(source.stream, { first, stop }, onPiece)
    }
    const read = (frame: number) =>
      source.read(
        dataFrom + frame * bytesPerFrame,
        dataFrom + Math.min(stop, frame + framesAtOnce) * bytesPerFrame,
      )
    let frame = first
    if (frame >= stop) return
    let reading = read(frame)
    for (;;) {
      const bytes = await reading
      const length = Math.floor(bytes.length / bytesPerFrame)
      if (length === 0) return
      const next = frame + length
      if (next < stop) {
        reading = read(next)
        // Should taking throw, nobody waits for it.
        reading.catch(() => {})
      }
      onPiece(bytes.subarray(0, length * bytesPerFrame), frame)
      if (next >= stop) return
      frame = next
    }
  }

  const decoder: RecordingDecoder = {
    decode: (range, take) =>
      readPieces(range, (bytes, firstFrame) => {
        const length = bytes.length / bytesPerFrame
        for (let at = 0; at < length; at += blockLength) {
          const block = planesOf(Math.min(blockLength, length - at))
          sampleFormat.deinterleave(bytes.subarray(at * bytesPerFrame), block)
          take({ planes: block, time: (firstFrame + at) / sampleRate, sampleRate })
        }
      }),
    dispose() {},
  }
  const { native } = sampleFormat
  if (!native) return decoder
  const { fullScale, view } = native
  return {
    ...decoder,
    readInterleaved: (range, take) =>
      readPieces(range, (bytes, frame) =>
        take({ samples: view(bytes), channels, fullScale, time: frame / sampleRate, sampleRate }),
      ),
  }
}
