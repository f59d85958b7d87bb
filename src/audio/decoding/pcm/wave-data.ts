import type { ByteSource } from '../../byte-source.ts'
import { latin1At } from '../../frames/tags.ts'
import { sampleFormatOf } from './sample-formats.ts'
import type { SampleFormat } from './sample-formats.ts'

/** Where the samples of a WAV file lie, and how they are written. */
export interface WaveData {
  /** Bytes into the file; `dataTo` may be in the middle of a frame. */
  readonly dataFrom: number
  readonly dataTo: number
  /** One sample of each channel. */
  readonly bytesPerFrame: number
  readonly channels: number
  readonly sampleRate: number
  readonly sampleFormat: SampleFormat
}

const readBytes = 4096
const mostChunks = 1000
const chunkHeaderBytes = 8
/** Of a chunk that is read, header included: as many as `fmt ` of WAVE_FORMAT_EXTENSIBLE takes. */
const mostUsed = chunkHeaderBytes + 40
const unsaid = 0xffffffff

type Format = Pick<WaveData, 'bytesPerFrame' | 'channels' | 'sampleRate' | 'sampleFormat'>

/**
 * Where the samples of a WAV lie: RIFF/WAVE (IBM and Microsoft, 1991), RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088). Samples
 * whose size is not said, as in a file that was written as a stream, go to the end. `null` for any other file or kind of
 * sample. Rejects as the source does.
 */
export async function findWaveData(source: ByteSource): Promise<WaveData | null> {
  const chunks = await findChunks(source)
  const format = chunks && readFormat(chunks.format, chunks.formatSize)
  return format ? { ...format, dataFrom: chunks.dataFrom, dataTo: chunks.dataTo } : null
}

const mp3Tag = 0x55

/** The frames of an MP3 that lies in a WAV (RFC 2361, appendix A, 0x55), as a source of their own; `null` for any other file. */
export async function findWaveMp3(source: ByteSource): Promise<ByteSource | null> {
  const chunks = await findChunks(source)
  const hasTag = chunks !== null && chunks.format.byteLength >= chunkHeaderBytes + 2
  if (!hasTag || chunks.format.getUint16(chunkHeaderBytes, true) !== mp3Tag) return null
  const { dataFrom, dataTo } = chunks
  return {
    size: dataTo - dataFrom,
    read: (from, to, signal) =>
      source.read(dataFrom + from, Math.min(dataTo, dataFrom + to), signal),
  }
}

interface WaveChunks {
  /** The chunk `fmt `, its header included, and its size without it, bytes. */
  readonly format: DataView
  readonly formatSize: number
  readonly dataFrom: number
  readonly dataTo: number
}

/** Reads the chunks up to the samples, skipping all that say something else. */
async function findChunks(source: ByteSource): Promise<WaveChunks | null> {
  let from = 0
  let bytes = await source.read(0, readBytes)
  const form = latin1At(bytes, 0, 4)
  if (!['RIFF', 'RF64', 'BW64'].includes(form) || latin1At(bytes, 8, 4) !== 'WAVE') return null

  let format: Pick<WaveChunks, 'format' | 'formatSize'> | null = null
  let data: Pick<WaveChunks, 'dataFrom' | 'dataTo'> | null = null
  let longDataBytes = 0
  let at = 12
  for (let chunks = 0; chunks < mostChunks && at + chunkHeaderBytes <= source.size; chunks++) {
    if (at - from + mostUsed > bytes.length) {
      from = at
      bytes = await source.read(from, from + readBytes)
      if (bytes.length < chunkHeaderBytes) break
    }
    const chunk = new DataView(bytes.buffer, bytes.byteOffset + at - from, bytes.length - at + from)
    const id = latin1At(bytes, at - from, 4)
    let size = chunk.getUint32(4, true)
    if (id === 'ds64' && chunk.byteLength >= 24) {
      longDataBytes = Number(chunk.getBigUint64(16, true))
    } else if (id === 'fmt ') {
      format = { format: chunk, formatSize: size }
    } else if (id === 'data' && !data) {
      const dataFrom = at + chunkHeaderBytes
      if (size === unsaid) size = longDataBytes
      if (size === 0) size = source.size - dataFrom
      data = { dataFrom, dataTo: Math.min(source.size, dataFrom + size) }
    }
    if (format && data) return { ...format, ...data }
    at += chunkHeaderBytes + size + (size % 2)
  }
  return null
}

function readFormat(chunk: DataView, size: number): Format | null {
  if (size < 14 || chunk.byteLength < chunkHeaderBytes + Math.min(size, 40)) return null
  const tag = chunk.getUint16(8, true)
  const channels = chunk.getUint16(10, true)
  const sampleRate = chunk.getUint32(12, true)
  const bytesPerFrame = chunk.getUint16(20, true)
  const bits = size < 16 ? 8 : chunk.getUint16(22, true)
  const isExtensible = tag === 0xfffe && size >= 40
  const sampleFormat = sampleFormatOf(isExtensible ? chunk.getUint16(32, true) : tag, bits)
  if (!sampleFormat || channels === 0 || sampleRate === 0) return null
  if (bytesPerFrame !== channels * sampleFormat.bytesPerSample) return null
  return { bytesPerFrame, channels, sampleRate, sampleFormat }
}
