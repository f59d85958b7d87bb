import { open } from 'node:fs/promises'

/**
 * Writes into the header of an MP3 how many samples are the encoder's delay. FFmpeg omits this
 * when it copies.
 *
 * @param {string} path
 * @param {number} delay LAME's, samples; decoders subtract 529 of their own
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
export async function writeEncoderDelay(path, delay) {
  const file = await open(path, 'r+')
  try {
    const head = Buffer.alloc(4_000_000)
    await file.read(head, 0, head.length, 0)
    const xing = Math.max(head.indexOf('Xing'), head.indexOf('Info'))
    const encoder = head.indexOf('Lav', xing)
    if (xing === -1 || encoder === -1) throw new Error(`There is no Xing header in ${path}`)
    await file.write(Buffer.from([delay >> 4, (delay & 15) << 4, 0]), 0, 3, encoder + 21)
  } finally {
    await file.close()
  }
}
