import { Unzlib } from 'fflate'

/** Bytes that one stream, and all of them, may unpack to; a book of a thousand pages takes a hundredth. */
const largestStream = 64 * 1024 * 1024
const largestSum = 1024 * 1024 * 1024
/** Of packed bytes at a time: they unpack to a thousand times as many at most. */
const step = 4096
const longestDictionary = 2048

/**
 * Whether the streams of a PDF, pictures aside, unpack to more than any transcript has. pdf.js would unpack them all the
 * same, into memory. Streams that are packed twice count as such; encrypted ones cannot be told.
 */
export function unpacksToTooMuch(bytes: Uint8Array): boolean {
  let sum = 0
  for (const { dictionary, from, to } of streamsIn(bytes)) {
    if (/\/Subtype\s*\/Image/.test(dictionary)) continue
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 0
    if (filters === 0) continue
    if (filters > 1) return true
    const size = unpackedSize(bytes.subarray(from, to))
    sum += size
    if (size > largestStream || sum > largestSum) return true
  }
  return false
}

function* streamsIn(bytes: Uint8Array) {
  const decoder = new TextDecoder('windows-1252')
  let at = 0
  for (;;) {
    const word = indexOfWord(bytes, 'stream', at)
    if (word === -1) return
    const lines = bytes[word + 6] === 13 && bytes[word + 7] === 10 ? 8 : 7
    const end = indexOfWord(bytes, 'endstream', word)
    const to = end === -1 ? bytes.length : end
    const before = decoder.decode(bytes.subarray(Math.max(0, word - longestDictionary), word))
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    yield { dictionary, from: word + lines, to }
    if (end === -1) return
    at = end + 9
  }
}

function indexOfWord(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length += 1
    if (length === word.length) return at
  }
  return -1
}

/** Counts until the limit; what is damaged ends there. */
function unpackedSize(packed: Uint8Array): number {
  let size = 0
  const inflate = new Unzlib((chunk) => {
    size += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (size > largestStream) break
    }
  } catch {
    return size
  }
  return size
}
