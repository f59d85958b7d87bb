import type { Draft } from '../draft.ts'
import type { Source } from '../format.ts'
import { plainLines } from '../prose/line.ts'
import { readUntimed } from '../prose/read-untimed.ts'

/** Text without times: shown, not in step. */
export function read({ text, name }: Source): Draft {
  return readUntimed(plainLines(text), name)
}
