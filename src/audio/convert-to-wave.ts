import type { ByteSource } from './byte-source.ts'
import { latin1At } from './frames/tags.ts'
import { decodeImaBlock, samplesOfImaBlock } from './ima-adpcm.ts'
import { mostWaveBytes, waveHead } from './wave-head.ts'
import type { WaveFormat } from './wave-head.ts'

/** How the samples of a recording lie in its bytes, and what they become in a WAV. */
interface WaveConversion extends WaveFormat {
  readonly from: number
  readonly to: number
  /** Pieces that are converted one by one have whole units of so many bytes. */
  readonly unit: number
  convert(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
}

const pieceBytes = 2 ** 20
const headBytes = 4096
const mostChunks = 100

/**
 * A WAV with the samples of an AIFF, an AIFF-C without compression, or a WAV of IMA ADPCM, which browsers do not play; `null`
 * for anything else, and for what is too long. Rejects as the source does, or with the signal's reason.
 */
export async function convertToWave(source: ByteSource, signal: AbortSignal): Promise<Blob | null> {
  const head = await source.read(0, 12, signal)
  const form = latin1At(head, 0, 4) + latin1At(head, 8, 4)
  const isLittle = form === 'RIFFWAVE'
  if (!isLittle && form !== 'FORMAIFF' && form !== 'FORMAIFC') return null
  const chunks = await readChunks(source, isLittle, signal)
  const conversion = isLittle ? imaConversion(chunks) : aiffConversion(chunks)
  if (!conversion) return null
  const { from, to, unit, convert } = conversion
  const step = Math.max(1, Math.floor(pieceBytes / unit)) * unit
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (let at = from; at + unit <= to; at += step) {
    const bytes = await source.read(at, Math.min(to, at + step), signal)
    const piece = convert(bytes.subarray(0, bytes.length - (bytes.length % unit)))
    size += piece.length
    if (size > mostWaveBytes) return null
    pieces.push(piece)
  }
  return size === 0
    ? null
    : new Blob([waveHead(conversion, size), ...pieces], { type: 'audio/wav' })
}

interface Chunk {
  readonly from: number
  readonly to: number
  readonly view: DataView
}

/** The beginnings of the chunks, by their ids (IFF, 1985; RIFF, 1991). */
async function readChunks(source: ByteSource, isLittle: boolean, signal: AbortSignal) {
  const chunks = new Map<string, Chunk>()
  let at = 12
  for (let count = 0; count < mostChunks && at + 8 <= source.size; count++) {
    const bytes = await source.read(at, at + headBytes, signal)
    if (bytes.length < 8) break
    const view = new DataView(bytes.buffer, bytes.byteOffset + 8, bytes.length - 8)
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, isLittle)
    const from = at + 8
    chunks.set(latin1At(bytes, 0, 4), { from, to: Math.min(source.size, from + size), view })
    at = from + size + (size % 2)
  }
  return chunks
}

/** Compression types of AIFF-C whose samples are numbers or G.711, and the format tags of WAVE. */
const aifcTags: Record<string, number | undefined> = {
  NONE: 1,
  twos: 1,
  sowt: 1,
  fl32: 3,
  FL32: 3,
  fl64: 3,
  alaw: 6,
  ulaw: 7,
}

function aiffConversion(chunks: Map<string, Chunk>): WaveConversion | null {
  const [common, sound] = [chunks.get('COMM'), chunks.get('SSND')]
  if (!common || !sound || common.view.byteLength < 18 || sound.view.byteLength < 8) return null
  const { view } = common
  const isPlain = common.to - common.from < 22 || view.byteLength < 22
  const type = isPlain
    ? 'NONE'
    : String.fromCharCode(...[18, 19, 20, 21].map((at) => view.getUint8(at)))
  const tag = aifcTags[type]
  const channels = view.getUint16(0)
  const bytesPerSample = tag === 6 || tag === 7 ? 1 : Math.ceil(view.getUint16(6) / 8)
  const sampleRate = extended(view, 8)
  const isPossible = bytesPerSample > 0 && bytesPerSample <= 8 && channels > 0 && sampleRate > 0
  if (tag === undefined || !isPossible) return null
  const isSigned8 = tag === 1 && bytesPerSample === 1
  return {
    from: sound.from + 8 + sound.view.getUint32(0),
    to: sound.to,
    unit: bytesPerSample * channels,
    tag,
    channels,
    sampleRate,
    bits: bytesPerSample * 8,
    convert(bytes) {
      if (isSigned8) return bytes.map((byte) => byte ^ 0x80)
      return type === 'sowt' ? bytes : turned(bytes, bytesPerSample)
    },
  }
}

/** Each sample with its last byte first. */
function turned(bytes: Uint8Array, bytesPerSample: number): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at += bytesPerSample) {
    for (let byte = 0; byte < bytesPerSample; byte++) {
      result[at + byte] = bytes[at + bytesPerSample - 1 - byte]!
    }
  }
  return result
}

/** A number of 80 bits (IEEE 754, double extended), as AIFF writes sampling rates. */
const extended = (view: DataView, at: number) =>
  Number(view.getBigUint64(at + 2)) * 2 ** ((view.getUint16(at) & 0x7fff) - 16_383 - 63)

function imaConversion(chunks: Map<string, Chunk>): WaveConversion | null {
  const [format, data] = [chunks.get('fmt '), chunks.get('data')]
  if (!format || !data || format.view.byteLength < 16) return null
  const { view } = format
  const channels = view.getUint16(2, true)
  const unit = view.getUint16(12, true)
  const isIma = view.getUint16(0, true) === 0x11 && view.getUint16(14, true) === 4
  if (!isIma || channels === 0 || samplesOfImaBlock(unit, channels) < 1) return null
  const { from, to } = data
  const sampleRate = view.getUint32(4, true)
  return {
    from,
    to,
    unit,
    tag: 1,
    channels,
    sampleRate,
    bits: 16,
    convert(bytes) {
      const count = samplesOfImaBlock(unit, channels) * channels
      const samples = new Int16Array((bytes.length / unit) * count)
      for (let block = 0; block * unit < bytes.length; block++) {
        const encoded = bytes.subarray(block * unit, (block + 1) * unit)
        decodeImaBlock(encoded, channels, samples.subarray(block * count, (block + 1) * count))
      }
      return new Uint8Array(samples.buffer)
    },
  }
}
