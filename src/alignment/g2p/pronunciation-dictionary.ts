import type { Pronunciation } from './phones.ts'

export interface PronunciationDictionary {
  /** All pronunciations, in the dictionary's order; none for an unknown word. */
  lookUp(word: string): readonly Pronunciation[]
}

/**
 * Opens a dictionary as speech models carry it: UTF-8, `word PHONE PHONE …` a line, further pronunciations
 * as `word(2)`, lines that begin with `;;` are comments. It keeps the bytes, which must not change, and 2 MB of
 * offsets: 130,000 words as strings would take ten times as much. The files are nearly sorted, but not quite
 * (capitals, `ô` before `é`), so words are found by a hash of their bytes.
 */
export function readDictionary(bytes: Uint8Array): PronunciationDictionary {
  const starts = placesOfLines(bytes)
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()

  return {
    lookUp(word) {
      const wanted = encoder.encode(word.toLowerCase())
      if (wanted.length === 0) return []
      const found: Pronunciation[] = []
      const last = starts.length - 1
      for (let slot = hashOf(wanted) & last; starts[slot] !== 0; slot = (slot + 1) & last) {
        const start = starts[slot]! - 1
        const end = start + wanted.length
        if (!isWordAt(bytes, start, wanted) || !endsWord(bytes[end])) continue
        const lineEnd = endOfLine(bytes, end)
        const [, ...phones] = decoder.decode(bytes.subarray(start, lineEnd)).trim().split(/\s+/)
        if (phones.length > 0) found.push(phones)
      }
      return found
    },
  }
}

/** Open addressing; each slot is 0 or 1 + the offset of a line, at most half of them taken. */
function placesOfLines(bytes: Uint8Array): Uint32Array {
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * countLines(bytes) + 2)))
  const last = places.length - 1
  for (let start = 0; start < bytes.length; start = endOfLine(bytes, start) + 1) {
    if (bytes[start] === semicolon && bytes[start + 1] === semicolon) continue
    let hash = seed
    let at = start
    for (; !endsWord(bytes[at]); at++) hash = mix(hash, lowerAt(bytes, at))
    if (at === start) continue
    let slot = (hash >>> 0) & last
    while (places[slot] !== 0) slot = (slot + 1) & last
    places[slot] = start + 1
  }
  return places
}

const newline = 10
const space = 32
const parenthesis = 40
const semicolon = 59

/** FNV-1a, 32 bits. */
const seed = 0x811c9dc5
const mix = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193)

function hashOf(word: Uint8Array): number {
  let hash = seed
  for (const byte of word) hash = mix(hash, byte)
  return hash >>> 0
}

/** Compares a line's word, in any case, with a lower-case word. */
function isWordAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let at = 0; at < wanted.length; at++)
    if (lowerAt(bytes, start + at) !== wanted[at]) return false
  return true
}

const endsWord = (byte: number | undefined) =>
  byte === undefined || byte <= space || byte === parenthesis

/** In lower case: A–Z, and À–Þ, whose second byte of UTF-8 follows 0xC3. */
function lowerAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  const isCapital =
    byte < 0x80
      ? byte >= 0x41 && byte <= 0x5a
      : byte >= 0x80 && byte <= 0x9e && byte !== 0x97 && bytes[at - 1] === 0xc3
  return isCapital ? byte + 0x20 : byte
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(newline, from)
  return end === -1 ? bytes.length : end
}

function countLines(bytes: Uint8Array): number {
  let count = 1
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++
  return count
}
