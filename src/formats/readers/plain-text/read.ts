import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readUntimed } from '../../parsing/prose/read-untimed.ts'

/** Text without times: shown, not in step. */
export function readPlainText({ text, name }: Source): Draft {
  return readUntimed(plainLines(text), name)
}
