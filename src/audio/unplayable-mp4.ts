import type { ByteSource } from './byte-source.ts'
import { latin1At } from './frames/tags.ts'
import { convert, notPlayed } from './unplayable-sentences.ts'

const mostBoxes = 10_000
/** The descriptions of all tracks lie among their tables, which may be long. Bytes. */
const mostOfMovie = 16 * 2 ** 20

/** Why browsers do not play an MP4, M4A, 3GP or QuickTime file; `null` where nothing says so. */
export async function unplayableMp4(source: ByteSource): Promise<string | null> {
  const head = await source.read(0, 16)
  const brand = latin1At(head, 4, 4) === 'ftyp' ? latin1At(head, 8, 4) : 'qt  '
  const movie = await findMovie(source)
  if (movie === 'missing') {
    const kind = brand.startsWith('M4A') ? 'M4A' : brand === 'qt  ' ? 'MOV' : 'MP4'
    return `An unfinished ${kind}: the recorder did not close it, and the index that belongs at its end is missing. Copy it again from where it is complete; if the recorder was switched off, a repair program such as untrunc can make the index again.`
  }
  const kinds = movie === null ? [] : soundKinds(movie)
  const name = kinds.map((kind) => names[kind]).find((kind) => kind !== undefined)
  if (name === undefined || kinds.includes('mp4a')) return null
  if (name === names['usac']) return `${name}, which this browser does not play. ${convert}`
  return notPlayed(name)
}

/** By the code of the description; that of xHE-AAC is `mp4a`, which only its decoder's configuration tells from AAC. */
const names: Record<string, string | undefined> = {
  samr: 'An AMR recording from a phone (3GP)',
  sawb: 'An AMR-WB recording from a phone (3GP)',
  'ac-3': 'An MP4 with AC-3 sound (Dolby Digital)',
  'ec-3': 'An MP4 with E-AC-3 sound (Dolby Digital Plus)',
  alac: 'An Apple Lossless recording (ALAC)',
  sqcp: 'A QCELP recording from a phone',
  usac: 'An xHE-AAC recording',
}

/** The content of `moov`; `null` where it is too long, or part of a fragmented file. */
async function findMovie(source: ByteSource): Promise<Uint8Array | null | 'missing'> {
  let at = 0
  for (let boxes = 0; at + 8 <= source.size && boxes < mostBoxes; boxes++) {
    const head = await source.read(at, at + 16)
    if (head.length < 8) break
    const view = new DataView(head.buffer, head.byteOffset, head.length)
    const kind = latin1At(head, 4, 4)
    const short = view.getUint32(0)
    const size = short === 1 && head.length === 16 ? Number(view.getBigUint64(8)) : short
    if (kind === 'moov') return size > mostOfMovie ? null : source.read(at, at + size)
    // Of size 0 is what goes to the end of the file.
    if (size < 8) break
    at += size
  }
  return 'missing'
}

/** The codes of the sample descriptions (ISO/IEC 14496-12, 8.5.2), `usac` for xHE-AAC. */
function soundKinds(movie: Uint8Array): string[] {
  const text = new TextDecoder('latin1').decode(movie)
  const kinds: string[] = []
  for (let at = text.indexOf('stsd'); at !== -1; at = text.indexOf('stsd', at + 4)) {
    const kind = text.slice(at + 16, at + 20)
    kinds.push(kind === 'mp4a' && isXheAac(movie, text.indexOf('esds', at)) ? 'usac' : kind)
  }
  return kinds
}

/** Whether the audio object type after an ES descriptor is 42 (ISO/IEC 14496-1, 7.2.6; 14496-3, 1.6.2.1). */
function isXheAac(movie: Uint8Array, esds: number): boolean {
  if (esds === -1) return false
  const decoderConfig = movie.indexOf(0x04, esds + 8)
  let at = decoderConfig === -1 ? -1 : movie.indexOf(0x05, decoderConfig + 14)
  if (at === -1 || at > esds + 64) return false
  // The length is in as many bytes as have their first bit set, and one more.
  do at++
  while (((movie[at] ?? 0) & 0x80) !== 0)
  const [first = 0, second = 0] = movie.subarray(at + 1)
  return first >> 3 === 31 && (((first & 7) << 3) | (second >> 5)) + 32 === 42
}
