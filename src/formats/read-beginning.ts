import type { Transcript } from '#transcript/transcript.ts'
import { readTranscript } from './read-transcript.ts'
import type { ReadOptions } from './read-transcript.ts'
import { isPacked } from './parsing/is-packed.ts'
import { commonFormats } from './readers/common.ts'

/**
 * Reads the first blocks of a file whose rest is not read yet, so that they can be shown meanwhile. The whole file may be
 * read otherwise: what it says further on decides, too, for example, who speaks.
 *
 * @param bytes the file's first bytes, `beginningLength` at most
 * @returns `null` where a part cannot be read alone: other formats than WebVTT and SubRip, other encodings than UTF-8,
 *   no blank line to cut at, no cue, an error
 */
export async function readBeginning(
  bytes: Uint8Array<ArrayBuffer>,
  hint: ReadOptions = {},
): Promise<Transcript | null> {
  const cut = lastBlankLine(bytes)
  if (cut === 0) return null
  const blocks = bytes.subarray(0, cut)
  if (isPacked(blocks) || !isUtf8(blocks)) return null
  const { transcript, format } = await readTranscript(blocks, hint)
  const isInBlocks = commonFormats.some(({ id }) => id === format)
  return isInBlocks && transcript !== null && transcript.segments.length > 0 ? transcript : null
}

const lineFeed = 10
const carriageReturn = 13

/** Where the last blank line ends; 0 where there is none. */
function lastBlankLine(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at > 0; at--) {
    if (bytes[at] !== lineFeed) continue
    const before = bytes[at - 1] === carriageReturn ? at - 2 : at - 1
    if (bytes[before] === lineFeed) return at + 1
  }
  return 0
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
