import type { Score } from '../format.ts'
import { list, own } from '../../parsing/json/values.ts'

/** `{fragments: [{begin, end, lines: []}]}` */
export function scoreOf(value: unknown): Score {
  const fragments = list(own(value, 'fragments')).slice(0, 20)
  const isFragment = (fragment: unknown) =>
    own(fragment, 'begin') !== undefined && Array.isArray(own(fragment, 'lines'))
  return fragments.some(isFragment) ? 'certain' : 'no'
}
