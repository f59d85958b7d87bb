import { parseClockTime } from '../cues/clock-time.ts'
import { attributeOf, type XmlElement } from './tree.ts'

/**
 * Seconds of an attribute that is a number of units or a clock time (`00:01:02.5`); `null` if it is missing, negative,
 * or no time.
 */
export function timeAttribute(
  element: XmlElement | undefined,
  name: string,
  unitsPerSecond = 1,
): number | null {
  const written = element === undefined ? undefined : attributeOf(element, name)
  if (written === undefined) return null
  const time = parseClockTime(written.replace(/s\s*$/, ''))
  if (time === null || time < 0) return null
  return written.includes(':') ? time : time / unitsPerSecond
}
