import type { ScriptLine } from '../../script.ts'
import { bracketed, starred, sung } from '../unspoken/brackets.ts'
import { isHeading } from '../unspoken/headings.ts'
import type { ScriptHabits } from './script-conventions.ts'
import type { Silence } from './text-ranges.ts'
import { endOfSpeakerTag } from './speaker-labels.ts'
import { endOfTimeStamp } from './timestamps.ts'

/** What of a line nobody says. They may overlap. `line`: its place in the script. */
export function silencesOf(
  { text, kind }: ScriptLine,
  line: number,
  habits: ScriptHabits,
): readonly Silence[] {
  const all = [{ from: 0, to: text.length }]
  if (kind === 'sound') return all
  const number = habits.numbered.get(line) ?? 0
  if (isHeading(number === 0 ? text : text.slice(number), habits)) return all
  const stamp = endOfTimeStamp(text, number)
  const tag = endOfSpeakerTag(text, stamp, habits)
  const start = tag === stamp ? tag : endOfTimeStamp(text, tag)
  return [
    { from: 0, to: start },
    ...bracketed(text, habits),
    ...sung(text),
    ...starred(text, habits),
  ]
}
