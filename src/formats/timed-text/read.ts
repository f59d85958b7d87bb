import type { Draft } from '../draft.ts'
import type { Source } from '../format.ts'
import { plainLines } from '../prose/line.ts'
import { readProse } from '../prose/read-prose.ts'

/** Text with times in the shapes that Otter, Rev, Descript, Sonix and people who type use. */
export function read({ text, name }: Source): Draft {
  return readProse(plainLines(text), name)
}
