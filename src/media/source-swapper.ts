import { beginSourceSwap } from './source-swap.ts'
import type { SourceSwap, SwapOutcome } from './source-swap.ts'

/** `dropped`: another recording was loaded, or another swap requested, before this one began. */
export type SwapRequestOutcome = SwapOutcome | 'dropped'

export interface SeekableSource {
  readonly address: string
  /** Seconds. A source that reports another duration is refused. */
  readonly duration?: number
  /** The actual time of the audio when the old source claims to be at a time after a seek. Both in seconds. */
  readonly actualTime?: (claimed: number) => number
}

interface SourceSwapperOptions {
  readonly signal: AbortSignal
  /** Starts playback as the player does, with its handling of failures. */
  readonly start: () => void
  /** The target of a seek that waits for the duration, seconds; the swapper takes over the seek. */
  readonly takeWaitingSeek: () => number | null
}

interface Waiting {
  readonly better: SeekableSource
  readonly settle: (outcome: SwapRequestOutcome) => void
}

/**
 * Decides when the element changes over to a source with exact seeking. While paused: at once, to the target of the
 * last seek if nothing was played since. While playing from the start without a seek: at the next seek or pause,
 * because the shown time is right until then and these moments are silent anyway. While playing after a seek: at
 * once, to the actual time of the audio, because it differs from the shown time.
 */
export function createSourceSwapper(element: HTMLMediaElement, options: SourceSwapperOptions) {
  const { signal, start, takeWaitingSeek } = options
  let waiting: Waiting | null = null
  let swap: SourceSwap | null = null
  let settleSwap: Waiting['settle'] | null = null
  let wasSought = false
  /** The target of the last seek, seconds; `null` once audio was played from there. */
  let sought: number | null = null

  const on = (events: readonly string[], react: () => void) => {
    for (const event of events) element.addEventListener(event, react, { signal })
  }
  const forgetSought = () => {
    if (element.paused || element.seeking) return
    sought = null
    element.removeEventListener('timeupdate', forgetSought)
  }
  on(['playing'], forgetSought)
  on(['pause'], consider)

  function consider() {
    if (waiting === null || swap !== null) return
    // A seek to the end would fire `ended` again.
    const isStill = element.paused || wasSought
    if (element.error || (isStill && !element.ended)) begin(waiting)
  }

  function begin({ better, settle }: Waiting) {
    waiting = null
    const waitingSeek = takeWaitingSeek()
    const timeBefore = sought ?? waitingSeek ?? element.currentTime
    const isInexact = wasSought && sought === null && better.actualTime !== undefined
    settleSwap = settle
    swap = beginSourceSwap(element, {
      address: better.address,
      duration: better.duration ?? null,
      old: element.src,
      timeBefore,
      time: isInexact ? better.actualTime!(timeBefore) : timeBefore,
      start,
      onSettled(outcome) {
        swap = null
        settleSwap = null
        if (outcome === 'moved') wasSought = false
        settle(outcome)
        consider()
      },
    })
  }

  return {
    /** The swap in progress. */
    current: () => swap,
    swapTo(better: SeekableSource): Promise<SwapRequestOutcome> {
      waiting?.settle('dropped')
      return new Promise((settle) => {
        waiting = { better, settle }
        consider()
      })
    },
    /** Returns whether a swap does the seek. */
    seek(time: number): boolean {
      sought = time
      element.addEventListener('timeupdate', forgetSought, { signal })
      wasSought = true
      if (waiting !== null && swap === null) begin(waiting)
      else swap?.seek(time)
      return swap !== null
    },
    /** Cancels everything, because another recording is loaded. */
    reset() {
      swap?.cancel()
      settleSwap?.('dropped')
      waiting?.settle('dropped')
      swap = null
      settleSwap = null
      waiting = null
      wasSought = false
      sought = null
    },
  }
}
