import type { TimeRange } from '#transcript/pauses.ts'

/** Seconds: what is asked for at once. Ends fall on the blocks in which the pyramid notes what it knows. */
export const sectionLength = 61.44

/** Which stretch of a recording is looked at next. */
export interface SectionOrder {
  /** How much has been answered, 0 to 1. */
  readonly done: number
  /** A stretch that nobody has asked for, the ones in view first, then on from there and round; `null` at the end. */
  next(view: TimeRange): { readonly start: number; readonly end: number } | null
  /** It has been answered, or cannot be. */
  finish(): void
}

export function createSectionOrder(duration: number): SectionOrder {
  const count = Math.max(1, Math.ceil(duration / sectionLength))
  const isAsked = new Uint8Array(count)
  let asked = 0
  let answered = 0
  return {
    get done() {
      return answered / count
    },
    next({ start }) {
      if (asked === count) return null
      let at = Math.max(0, Math.min(count - 1, Math.floor(start / sectionLength)))
      while (isAsked[at] === 1) at = (at + 1) % count
      isAsked[at] = 1
      asked++
      return { start: at * sectionLength, end: Math.min(duration, (at + 1) * sectionLength) }
    },
    finish() {
      answered++
    },
  }
}
