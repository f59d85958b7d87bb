import { open } from 'node:fs/promises'

const headerBytes = 44

/** Writes a mono WAV file of 16-bit samples, block by block; clips at full scale. */
export async function createWaveWriter(path, sampleRate) {
  const file = await open(path, 'w')
  let bytes = 0
  await file.write(Buffer.alloc(headerBytes))
  return {
    /** @param {Float32Array} samples −1 to 1 */
    async write(samples) {
      const block = Int16Array.from(samples, (sample) =>
        Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))),
      )
      await file.write(new Uint8Array(block.buffer))
      bytes += block.byteLength
    },
    async close() {
      await file.write(headerOf(bytes, sampleRate), 0, headerBytes, 0)
      await file.close()
    },
  }
}

/** RIFF/WAVE (IBM and Microsoft, 1991). */
function headerOf(bytes, sampleRate) {
  const header = Buffer.alloc(headerBytes)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(headerBytes - 8 + bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes, 40)
  return header
}
