/** How the samples of a WAV are written. */
export interface WaveFormat {
  /** By `fmt ` of WAVE: 1 for whole numbers, 3 for floating point. */
  readonly tag: number
  readonly channels: number
  /** Hertz. */
  readonly sampleRate: number
  /** Of each sample. */
  readonly bits: number
}

/** A longer WAV has no room in the memory of a page. */
export const mostWaveBytes = 1024 * 2 ** 20

/** The 44 bytes before so many bytes of samples (RIFF/WAVE, IBM and Microsoft, 1991). */
export function waveHead(
  { tag, channels, sampleRate, bits }: WaveFormat,
  size: number,
): DataView<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(44))
  const write = (at: number, text: string) =>
    Array.from(text, (sign, offset) => head.setUint8(at + offset, sign.charCodeAt(0)))
  const frameBytes = (channels * bits) / 8
  write(0, 'RIFF')
  head.setUint32(4, 36 + size, true)
  write(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, tag, true)
  head.setUint16(22, channels, true)
  head.setUint32(24, Math.round(sampleRate), true)
  head.setUint32(28, Math.round(sampleRate) * frameBytes, true)
  head.setUint16(32, frameBytes, true)
  head.setUint16(34, bits, true)
  write(36, 'data')
  head.setUint32(40, size, true)
  return head
}
