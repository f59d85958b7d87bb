import type { RawCue } from './blocks.ts'

const lastNumber = /(?:^|\n)(\d{1,9})$/

/**
 * For each cue, the length of its text without the number of the next cue, where a blank line between them is missing.
 * A number belongs to the next cue if the numbers count on from it or to it; else it is text, as in all players.
 */
export function lengthsWithoutNumbers(cues: readonly RawCue[]): number[] {
  let number = numberOf(cues[0])
  return cues.map((cue, at) => {
    const before = number
    const next = cues[at + 1]
    number = numberOf(next)
    const found = cue.runsOn && next !== undefined ? lastNumber.exec(cue.text) : null
    if (found === null) return cue.text.length
    const below = Number(found[1])
    const isAlone = found.index === 0
    const countsOn =
      before === null ? !isAlone && isNumberOf(at + 1, below, cues) : below === before + 1
    if (!countsOn) return cue.text.length
    number = below
    return found.index
  })
}

function numberOf(cue: RawCue | undefined): number | null {
  return cue !== undefined && /^\d{1,9}$/.test(cue.identifier) ? Number(cue.identifier) : null
}

/** Whether a number fits the cue’s place in the file, or the number that stands below the cue’s text. */
function isNumberOf(at: number, number: number, cues: readonly RawCue[]): boolean {
  if (number === at || number === at + 1) return true
  const found = lastNumber.exec(cues[at]!.text)?.[1] ?? cues[at + 1]?.identifier
  return found !== undefined && Number(found) === number + 1
}
