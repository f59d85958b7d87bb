import { beginSourceSwap } from './source-swap.ts'
import type { SourceSwap, SwapOutcome } from './source-swap.ts'

/** `dropped`: another recording or another address came first. */
export type SwapRequestOutcome = SwapOutcome | 'dropped'

export interface SeekableSource {
  readonly address: string
  /** Seconds; what says that it is of another length is not played. */
  readonly duration?: number
  /** What is really heard when the old address claims to be at a time after a seek. Seconds, both. */
  readonly heardAt?: (claimed: number) => number
}

interface SourceSwapperOptions {
  readonly signal: AbortSignal
  /** Asks the element to play, in the player's way. */
  readonly start: () => void
  /** The seek that waits for the length to be known, which is waited for no longer. */
  readonly takeWaitingSeek: () => number | null
}

interface Waiting {
  readonly better: SeekableSource
  readonly settle: (outcome: SwapRequestOutcome) => void
}

/**
 * When to go over to a better address. Paused: at once, to the place that was asked for last, if nothing
 * has been played since, as nobody has heard otherwise. With the next seek or pause, as long as it plays on
 * from the start: there the place is right, and those are moments without sound. At once after a seek, as
 * what is heard then is not what is shown; to the place that is heard.
 */
export function createSourceSwapper(element: HTMLMediaElement, options: SourceSwapperOptions) {
  const { signal, start, takeWaitingSeek } = options
  let waiting: Waiting | null = null
  let move: SourceSwap | null = null
  let settleMove: Waiting['settle'] | null = null
  let wasSought = false
  /** Seconds; `null` once it has been played from there. */
  let asked: number | null = null

  const on = (events: readonly string[], react: () => void) => {
    for (const event of events) element.addEventListener(event, react, { signal })
  }
  on(['playing', 'timeupdate'], () => {
    if (!element.paused && !element.seeking) asked = null
  })
  on(['pause'], consider)

  function consider() {
    if (waiting === null || move !== null) return
    // To be put at the end again would be to end again.
    const isStill = element.paused || wasSought
    if (element.error || (isStill && !element.ended)) begin(waiting)
  }

  function begin({ better, settle }: Waiting) {
    waiting = null
    const waitingSeek = takeWaitingSeek()
    const timeBefore = asked ?? waitingSeek ?? element.currentTime
    const isClaimed = wasSought && asked === null && better.heardAt !== undefined
    settleMove = settle
    move = beginSourceSwap(element, {
      address: better.address,
      duration: better.duration ?? null,
      old: element.src,
      timeBefore,
      time: isClaimed ? better.heardAt!(timeBefore) : timeBefore,
      start,
      onSettled(outcome) {
        move = null
        settleMove = null
        if (outcome === 'moved') wasSought = false
        settle(outcome)
        consider()
      },
    })
  }

  return {
    /** The move that is on its way. */
    current: () => move,
    moveTo(better: SeekableSource): Promise<SwapRequestOutcome> {
      waiting?.settle('dropped')
      return new Promise((settle) => {
        waiting = { better, settle }
        consider()
      })
    },
    /** Answers whether the seek is being done by moving. */
    seek(time: number): boolean {
      asked = time
      wasSought = true
      if (waiting !== null && move === null) begin(waiting)
      else move?.seek(time)
      return move !== null
    },
    /** Another recording comes. */
    forget() {
      move?.cancel()
      settleMove?.('dropped')
      waiting?.settle('dropped')
      move = null
      settleMove = null
      waiting = null
      wasSought = false
      asked = null
    },
  }
}
