import { draftCommaCues } from '../../parsing/cues/comma-cues.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'

/** YouTube's SBV, never written down: `0:00:01.000,0:00:02.000`, lines of text, a blank line. */
export function readSbv(source: Source): Draft {
  return draftCommaCues(source, 'YouTube SBV')
}
