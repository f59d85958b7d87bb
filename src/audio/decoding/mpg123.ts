import { MPEGDecoder } from 'mpg123-decoder'

/** The parts of an MPEGDecoder that its own `decode` uses (mpg123-decoder 1.0.3, src/MPEGDecoder.js). */
interface Inside {
  readonly _common: {
    readonly wasm: {
      mpeg_decoder_feed(decoder: number, input: number, length: number): number
      mpeg_decoder_read(
        decoder: number,
        output: number,
        length: number,
        samples: number,
        sampleRate: number,
        error: number,
      ): number
    }
  }
  readonly _decoder: number
  readonly _input: Allocated<Uint8Array>
  readonly _output: Allocated<Float32Array>
  readonly _samplesDecodedPtr: Allocated<Uint32Array>
  readonly _sampleRatePtr: Allocated<Uint32Array>
  readonly _errorStringPtr: Allocated<Uint32Array>
}

interface Allocated<Numbers> {
  readonly ptr: number
  readonly len: number
  readonly buf: Numbers
}

/** mpg123's answers (libmpg123, `enum mpg123_errors`). */
const newFormat = -11
const needsMore = -10

/**
 * mpg123 as WebAssembly, as `MPEGDecoder.decode` runs it, but for the copies that it makes of all samples, three
 * times over: 13 GB for ten hours, of which the tab was seen to hold 200 MB. Here a slice is a view of the
 * decoder's own memory, good until the next one.
 */
export async function createMpg123() {
  const decoder = new MPEGDecoder({ enableGapless: false })
  await decoder.ready
  const inside = () => decoder as unknown as Inside

  return {
    /** `take` gets two planes; of mono sound, the second is of no use. Hertz. */
    decode(bytes: Uint8Array, take: (planes: readonly Float32Array[], sampleRate: number) => void) {
      const { _common, _decoder, _input, _output, _errorStringPtr } = inside()
      const { _samplesDecodedPtr: samples, _sampleRatePtr: sampleRate } = inside()
      for (let from = 0; from < bytes.length; from += _input.len) {
        const part = bytes.subarray(from, from + _input.len)
        _input.buf.set(part)
        let answer = _common.wasm.mpeg_decoder_feed(_decoder, _input.ptr, part.length)
        while (answer !== needsMore) {
          samples.buf[0] = 0
          answer = _common.wasm.mpeg_decoder_read(
            _decoder,
            _output.ptr,
            _output.len,
            samples.ptr,
            sampleRate.ptr,
            _errorStringPtr.ptr,
          )
          const count = samples.buf[0]
          if (count > 0) {
            const planes = [_output.buf.subarray(0, count), _output.buf.subarray(count, count * 2)]
            take(planes, sampleRate.buf[0]!)
          } else if (answer !== newFormat) break
        }
      }
    },
    reset: () => decoder.reset(),
    dispose: () => decoder.free(),
  }
}
