import type { TimeRange } from '#transcript/pauses.ts'

/** Seconds that are decoded at once. Sections end where the blocks of the pyramid do. */
export const sectionLength = 61.44
/** The same of a file whose samples are not compressed: to begin a read costs as much as to read 60 s. */
export const uncompressedSectionLength = 8 * sectionLength

/** The order in which the sections of a recording are decoded. */
export interface SectionOrder {
  /** The share that is finished, 0 to 1. */
  readonly done: number
  /** The next section, from the visible range on and round to its start; `null` where none is left. */
  next(view: TimeRange): { readonly start: number; readonly end: number } | null
  /** A section has been decoded, or cannot be. */
  finish(): void
}

/** `length`: of a section; both in seconds. */
export function createSectionOrder(duration: number, length = sectionLength): SectionOrder {
  const count = Math.max(1, Math.ceil(duration / length))
  const isTaken = new Uint8Array(count)
  let taken = 0
  let finished = 0
  return {
    get done() {
      return finished / count
    },
    next({ start }) {
      if (taken === count) return null
      let at = Math.max(0, Math.min(count - 1, Math.floor(start / length)))
      while (isTaken[at] === 1) at = (at + 1) % count
      isTaken[at] = 1
      taken++
      return { start: at * length, end: Math.min(duration, (at + 1) * length) }
    },
    finish() {
      finished++
    },
  }
}
