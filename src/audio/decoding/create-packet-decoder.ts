import type { PacketDecoder } from './packet-decoder.ts'
import { plainRateIndex } from './aac/audio-specific-config.ts'
import { createWebCodecsDecoder } from './web-codecs.ts'

/**
 * The fastest decoder of a codec (src/audio/README.md has the figures): WebAssembly or our own, else the browser's.
 * Rejects with an Error whose message completes "The sound cannot be decoded:".
 */
export async function createPacketDecoder(config: AudioDecoderConfig): Promise<PacketDecoder> {
  const { codec, numberOfChannels } = config
  const description = config.description ? bytesOf(config.description) : null
  if (codec === 'opus') {
    const { createOpusDecoder } = await import('./opus.ts')
    return createOpusDecoder(description, numberOfChannels)
  }
  if (codec === 'vorbis' && description) {
    const { createVorbisDecoder } = await import('./vorbis.ts')
    return createVorbisDecoder(description)
  }
  if (codec === 'flac') {
    const { createFlacDecoder } = await import('./flac.ts')
    return createFlacDecoder()
  }
  const rateIndex = codec === 'mp4a.40.2' && description ? plainRateIndex(description) : null
  if (rateIndex !== null) {
    const { createAacDecoder } = await import('./aac/aac-decoder.ts')
    const sound = { rateIndex, sampleRate: config.sampleRate, headerLength: 0 }
    return createAacDecoder(sound, () => createWebCodecsDecoder(config))
  }
  return createWebCodecsDecoder(config)
}

const bytesOf = (source: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
