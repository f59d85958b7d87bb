import type { ByteSource } from '../byte-source.ts'
import { mostPageBytes, pageAt, readOggPages, renumbered } from './ogg-pages.ts'
import type { OggPage } from './ogg-pages.ts'

/**
 * Whether an Ogg file is several streams one behind the other (RFC 3533, section 4: chaining), as recordings of radio streams
 * and joined voice messages are: its last page belongs to a stream that does not begin at its beginning. Reads the first and
 * the last 64 KB. Rejects as the source does.
 */
export async function isChainedOgg(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, mostPageBytes)
  const serials = new Set<number>()
  for (let at = 0, page; (page = pageAt(head, at))?.isFirst; at += page.bytes.length) {
    serials.add(page.serial)
  }
  if (serials.size === 0) return false
  const tail = await source.read(Math.max(0, source.size - mostPageBytes), source.size)
  for (let at = tail.length - 1; at >= 0; at--) {
    const last = tail[at] === 0x4f ? pageAt(tail, at) : null
    if (last) return !serials.has(last.serial)
  }
  return false
}

/**
 * One stream of all the streams of a chained file: browsers show the length of one of them and cannot seek in the others.
 * Later streams lose their headers, and their pages get times that go on. At each seam the few milliseconds stay that a decoder
 * of the later stream alone would drop (`pre-skip`, RFC 7845). `null` where their headers differ, so that one decoder cannot
 * read all. Rejects as the source does.
 */
export async function joinChainedOgg(source: ByteSource): Promise<Blob | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let first: StreamHead | null = null
  let head: StreamHead | null = null
  let serial = 0
  let sequence = 0
  let begins = 0n
  let ends = 0n
  let waiting: OggPage | null = null

  function write(page: OggPage, isLast: boolean) {
    const granule = page.granule < 0n ? page.granule : page.granule + begins
    if (granule > ends) ends = granule
    pieces.push(renumbered(page, { granule, serial, sequence, isLast }))
    sequence++
  }

  for await (const page of readOggPages(source)) {
    if (page.isFirst) {
      // several streams at once, as in a film
      if (head && !head.isDone) return null
      if (waiting) write(waiting, false)
      waiting = null
      head = createStreamHead(page)
      if (!head) return null
      if (first === null) serial = page.serial
      else begins = ends
    }
    if (!head || page.serial !== head.serial) return null
    if (!head.isDone) {
      head.take(page)
      if (first === null || first === head) {
        first = head
        write(page, false)
      } else if (head.isDone && !head.isLike(first)) return null
      continue
    }
    if (waiting) write(waiting, false)
    waiting = page
  }
  if (waiting) write(waiting, true)
  return first?.isDone === true && first !== head ? new Blob(pieces, { type: 'audio/ogg' }) : null
}

/** The headers of a stream of Opus or Vorbis, page by page. */
interface StreamHead {
  readonly serial: number
  /** Whether all headers have been taken: the next page has sound. */
  readonly isDone: boolean
  take(page: OggPage): void
  /** Whether a decoder that is set up for the other reads this stream, too. */
  isLike(other: StreamHead): boolean
  readonly setup: string
}

const codecs = [
  /** What differs between two encodings and says nothing to the decoder stands in bytes 10 to 15: pre-skip, input rate. */
  {
    begins: 'OpusHead',
    headers: 2,
    setupOf: ([id = '']: string[]) => id.slice(0, 10) + id.slice(16),
  },
  { begins: '\x01vorbis', headers: 3, setupOf: ([id = '', , setup = '']: string[]) => id + setup },
] as const

function createStreamHead(page: OggPage): StreamHead | null {
  const start = latin1(page.bytes.subarray(page.bodyFrom, page.bodyFrom + 8))
  const codec = codecs.find(({ begins }) => start.startsWith(begins))
  if (!codec) return null
  const packets: string[] = []
  let unfinished = ''
  return {
    serial: page.serial,
    get isDone() {
      return packets.length >= codec.headers
    },
    take({ bytes, bodyFrom }) {
      let at = bodyFrom
      for (const length of bytes.subarray(27, bodyFrom)) {
        unfinished += latin1(bytes.subarray(at, at + length))
        at += length
        if (length === 255) continue
        packets.push(unfinished)
        unfinished = ''
      }
    },
    get setup() {
      return codec.begins + codec.setupOf(packets)
    },
    isLike(other) {
      return this.setup === other.setup
    },
  }
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)
