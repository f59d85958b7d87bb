import type { ByteSource } from '../../byte-source.ts'
import { boxesIn, longestBoxHeader, readBoxHeader } from './boxes.ts'
import type { Boxes } from './boxes.ts'

/** `moov` of ten hours with pictures has 20 MB. */
const largestMovie = 64 * 2 ** 20
/** Of the boxes that may lie before it: `ftyp`, `free`, `wide`, `mdat`, … */
const mostBefore = 100

/** What lies in `moov`, which is read whole; null where there is none, or fragments come before it. */
export async function findMovie(source: ByteSource): Promise<Boxes | null> {
  let at = 0
  for (let count = 0; count < mostBefore; count++) {
    const head = readBoxHeader(await viewOf(source, at, longestBoxHeader), source.size - at)
    if (!head || head.type === 'moof') return null
    if (head.type === 'moov') {
      const length = head.length - head.headLength
      if (length > largestMovie) return null
      const movie = await viewOf(source, at + head.headLength, length)
      return movie.byteLength === length ? boxesIn(movie) : null
    }
    at += head.length
  }
  return null
}

async function viewOf(source: ByteSource, from: number, length: number): Promise<DataView> {
  const bytes = await source.read(from, from + length)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
