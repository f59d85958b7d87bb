import type { ByteSource } from '../../byte-source.ts'
import type { RecordingDecoder } from '../recording-decoder.ts'
import type { WaveData } from './wave-data.ts'

/** What is read at once. */
const pieceBytes = 2 ** 20

/** The samples of a WAV file as numbers: read, spread over the channels, and nothing else. */
export function createWaveDecoder(source: ByteSource, sound: WaveData): RecordingDecoder {
  const { dataFrom, dataTo, bytesPerFrame, channels, sampleRate, sampleFormat } = sound
  const frameCount = Math.floor((dataTo - dataFrom) / bytesPerFrame)
  const framesAtOnce = Math.max(1, Math.floor(pieceBytes / bytesPerFrame))
  let planes: readonly Float32Array[] = []

  function planesOf(length: number) {
    if ((planes[0]?.length ?? 0) < length) {
      planes = Array.from({ length: channels }, () => new Float32Array(length))
    }
    return planes.map((plane) => plane.subarray(0, length))
  }

  return {
    async decode({ start, end }, take) {
      const stop = Math.min(frameCount, Math.ceil(end * sampleRate))
      const read = (frame: number) =>
        source.read(
          dataFrom + frame * bytesPerFrame,
          dataFrom + Math.min(stop, frame + framesAtOnce) * bytesPerFrame,
        )
      let frame = Math.max(0, Math.floor(start * sampleRate))
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
        const piece = planesOf(length)
        sampleFormat.deinterleave(bytes, piece)
        take({ planes: piece, time: frame / sampleRate, sampleRate })
        if (next >= stop) return
        frame = next
      }
    },
    dispose() {
      planes = []
    },
  }
}
