import type { ScriptLine } from '../../script.ts'
import { findBracketed, findStarred, findSung } from './brackets.ts'
import { isHeading } from './headings.ts'
import type { ScriptConventions } from './script-conventions.ts'
import type { LineRange } from './line-ranges.ts'
import { endOfSpeakerLabel } from './speaker-labels.ts'
import { endOfTimestamp } from './timestamps.ts'

/** What of a line nobody says. They may overlap. `line`: its place in the script. */
export function findNonSpeech(
  { text, kind }: ScriptLine,
  line: number,
  habits: ScriptConventions,
): readonly LineRange[] {
  const all = [{ from: 0, to: text.length }]
  if (kind === 'sound') return all
  const number = habits.lineNumberEnds.get(line) ?? 0
  if (isHeading(number === 0 ? text : text.slice(number), habits)) return all
  const stamp = endOfTimestamp(text, number)
  const tag = endOfSpeakerLabel(text, stamp, habits)
  const start = tag === stamp ? tag : endOfTimestamp(text, tag)
  return [
    { from: 0, to: start },
    ...findBracketed(text, habits),
    ...findSung(text),
    ...findStarred(text, habits),
  ]
}
