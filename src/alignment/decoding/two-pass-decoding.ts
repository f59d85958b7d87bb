import type { DecodedWindow, DecodeWindow, WindowRequest } from './decode-window.ts'
import { lenientPenalties, strictPenalties } from './penalties.ts'
import { withoutSpuriousMatches } from './spurious-matches.ts'
import { beginningOfPart, longestUnmatchedPart } from './unmatched-audio.ts'
import type { WindowPart } from './unmatched-audio.ts'
import type { DecodedWord } from './viterbi.ts'

/** The words accepted in a window. */
export interface AcceptedWindow {
  /** Number of frames decoded: fewer than requested if the audio ends first. */
  readonly frames: number
  readonly words: readonly DecodedWord[]
  /** The filler state precedes the first word. */
  readonly fillerBefore: boolean
  /** The words matched with lenient penalties only. */
  readonly byLenientPass: boolean
}

interface TwoPassRequest extends Omit<WindowRequest, 'penalties' | 'isReversed'> {
  /** The window is the whole recording, and its words the whole script. */
  readonly isWhole?: boolean
}

export interface TwoPassDecoder {
  /** Decodes a window in which the text is expected: strict, then lenient if few words match. */
  decode(request: TwoPassRequest): Promise<AcceptedWindow>
  /** Looks in a window for any part of a long text: lenient only if the last decoded window was. */
  probe(request: TwoPassRequest): Promise<AcceptedWindow>
}

/** Below this share of the window in matched words, the words may be there and match poorly. */
const enoughMatched = 0.4
/**
 * Advantage that the words need over the same words in reverse order, nats per frame. It was 0.5 to 0.8 under music,
 * and at most 0.06 in audio that is not in the text.
 */
const requiredAdvantage = 0.25

/**
 * Decodes a window; if few words match, retries with lenient penalties, and accepts the result only if a reversed-text
 * decoy scores clearly worse. The decoy runs on a sample of the window first, since lenient penalties match
 * something in any audio.
 */
export function createTwoPassDecoder(decodeWindow: DecodeWindow): TwoPassDecoder {
  let isLenient = false

  async function strictPass(request: TwoPassRequest): Promise<AcceptedWindow> {
    const path = await decodeWindow({ ...request, penalties: strictPenalties })
    return accept(path, request, { byLenientPass: false })
  }

  async function lenientPass(request: TwoPassRequest): Promise<AcceptedWindow> {
    const path = await decodeWindow({ ...request, penalties: lenientPenalties })
    return accept(path, request, { byLenientPass: true })
  }

  async function beatsDecoy({ frames, words }: WindowPart): Promise<boolean> {
    const request = {
      frames,
      words,
      ends: { startsInFiller: true, to: 'anywhere' },
      penalties: lenientPenalties,
    } as const
    const path = await decodeWindow(request)
    const decoy = await decodeWindow({ ...request, isReversed: true })
    return path.score - decoy.score >= requiredAdvantage * path.frames
  }

  return {
    async decode(request) {
      const strict = isLenient ? null : await strictPass(request)
      if (strict && matchedShare(strict) >= enoughMatched) return strict
      const sample = strict ? longestUnmatchedPart(request, strict) : beginningOfPart(request)
      isLenient = sample !== null && (await beatsDecoy(sample))
      if (isLenient) return lenientPass(request)
      return strict ?? strictPass(request)
    },
    async probe(request) {
      return isLenient && (await beatsDecoy(request)) ? lenientPass(request) : strictPass(request)
    },
  }
}

function accept(
  path: DecodedWindow,
  { words: range, frames: { from }, isWhole = false }: TwoPassRequest,
  { byLenientPass }: { byLenientPass: boolean },
): AcceptedWindow {
  const words = withoutSpuriousMatches(path, {
    penalties: strictPenalties,
    next: range.from,
    frames: { from, to: from + path.frames },
    whole: isWhole ? range : null,
  })
  const fillerBefore = path.fillerBefore || words[0]?.word !== path.words[0]?.word
  return { frames: path.frames, words, fillerBefore, byLenientPass }
}

function matchedShare({ words, frames }: AcceptedWindow): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, frames)
}
