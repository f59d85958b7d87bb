import type { Doubt } from '#alignment/aligned.ts'
import type { Found } from '#alignment/timed-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** Seconds. */
const mostApart = 2

/**
 * Sifts what is found for a text that has times for its segments: where the first word of a segment was heard
 * more than two seconds from where the segment is written, none of its words count, and the segment is unsure.
 * Who wrote the time had listened. Stretches are told by segment, and come in order of the text.
 */
export function createNearWritten({ segments }: Transcript): (found: Found) => Found {
  const isFar = new Map<number, boolean>()
  return ({ words, doubts }) => {
    const added: Doubt[] = []
    const near = words.filter(({ line, start }) => {
      if (!isFar.has(line)) {
        const { start: written, text } = segments[line]!
        const far = written !== null && Math.abs(start - written) > mostApart
        isFar.set(line, far)
        if (far) added.push({ line, from: 0, to: text.length, reason: 'unclear' })
      }
      return isFar.get(line) === false
    })
    const others = doubts.filter(({ line }) => isFar.get(line) !== true)
    return { words: near, doubts: [...others, ...added] }
  }
}
