import type { ScriptLine } from '../../script.ts'
import { findBracketed, findStarred, findSung } from './brackets.ts'
import { isHeading } from './headings.ts'
import type { ScriptConventions } from './script-conventions.ts'
import type { LineRange } from './line-ranges.ts'
import { endOfSpeakerLabel, labelsInside } from './speaker-labels.ts'
import { endOfTimestamp } from './timestamps.ts'

/** The ranges of a line that are not spoken; they may overlap. `line`: its index in the script. */
export function findNonSpeech(
  { text, kind }: ScriptLine,
  line: number,
  conventions: ScriptConventions,
): readonly LineRange[] {
  const all = [{ from: 0, to: text.length }]
  if (kind === 'sound') return all
  const number = conventions.lineNumberEnds.get(line) ?? 0
  if (isHeading(number === 0 ? text : text.slice(number), conventions)) return all
  const stamp = endOfTimestamp(text, number)
  const tag = endOfSpeakerLabel(text, stamp, conventions)
  const start = tag === stamp ? tag : endOfTimestamp(text, tag)
  return [
    { from: 0, to: start },
    ...labelsInside(text, conventions),
    ...findBracketed(text, conventions),
    ...findSung(text),
    ...findStarred(text, conventions),
  ]
}
